import { isObject, type JsonObject } from "./load/json.ts";

/**
 * The same value with the fields of every object in one order, so that the order in a spec never shows in what is emitted; except that
 * of several examples the first one stays the first, which mocks answer with and pages show.
 * What is in order already is not copied: of a large document that is nearly all.
 */
export function canonical<Value>(value: Value): Value {
  return sorted(value) as Value;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return sortedItems(value);
  return isObject(value) ? sortedFields(value) : value;
}

function sortedItems(items: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (const [index, item] of items.entries()) {
    const made = sorted(item);
    if (made === item) continue;
    copy ??= [...items];
    copy[index] = made;
  }
  return copy ?? items;
}

function sortedFields(value: JsonObject, isInOrder = false): JsonObject {
  const names = Object.keys(value);
  const inOrder = isInOrder || names.every((name, index) => index === 0 || (names[index - 1] ?? "") < name);
  if (!inOrder) names.sort();
  let same = inOrder;
  const entries = names.map((name): [string, unknown] => {
    const item = value[name];
    const made = name === "examples" && isObject(item) ? sortedFields(item, true) : sorted(item);
    same &&= made === item;
    return [name, made];
  });
  return same ? value : Object.fromEntries(entries);
}
