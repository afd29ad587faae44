import { type JsonObject, objectAt, own } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";

/** The named examples of a parameter or media type, in the order of the text; a lone `example` is called `example`. */
export function examplesOf(document: JsonObject, owner: unknown): Map<string, unknown> {
  const examples = new Map<string, unknown>();
  for (const [name, entry] of Object.entries(objectAt(owner, "examples"))) {
    const value = own(dereference(document, entry, "")?.value, "value");
    if (value !== undefined) examples.set(name, value);
  }
  const single = own(owner, "example") ?? own(own(owner, "schema"), "example");
  if (examples.size === 0 && single !== undefined) examples.set("example", single);
  return examples;
}

/** The first of them, or undefined. */
export function exampleOf(document: JsonObject, owner: unknown): unknown {
  const [first] = examplesOf(document, owner).values();
  return first;
}
