import { childOf, elementsOf, formatPlace, isList, placeOf, rootOf, textOf, type Item } from "./source.ts";

export function referenceOf(item: Item): string | undefined {
  return textOf(childOf(item, "$ref"));
}

/** Follows `$ref` inside the file, as far as it leads; the item itself where there is none. */
export function dereference(item: Item): Item {
  let current = item;
  for (let hops = 0; hops < 50; hops += 1) {
    const ref = referenceOf(current);
    if (ref === undefined) return current;
    current = follow(current, ref);
  }
  throw new Error(`${formatPlace(placeOf(item))} this reference leads in a circle`);
}

function follow(item: Item, ref: string): Item {
  if (!ref.startsWith("#")) throw new Error(`${formatPlace(placeOf(item))} "${ref}" leads out of the file`);
  let current: Item | undefined = rootOf(item.source);
  for (const part of ref.slice(1).split("/").slice(1)) {
    const name = decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
    current = current && isList(current) ? elementsOf(current)[Number(name)] : childOf(current, name);
  }
  if (current === undefined) throw new Error(`${formatPlace(placeOf(item))} "${ref}" leads nowhere`);
  return current;
}
