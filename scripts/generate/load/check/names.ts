import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { tagOf, whyGroup } from "../../model/group-names.ts";
import { type NamedOperation, publicNames } from "../../model/public-names.ts";
import { own } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import type { Check, SpecContext } from "./context.ts";

/** operationIds and tags become names of the public API: where one cannot be kept, what it becomes is told. */
export const checkNames: Check = (spec) => {
  const told = new Set<string>();
  return publicNames(spec.document, spec.operations).operations.flatMap((named) => [
    ...checkOperation(spec, named),
    ...checkGroup(spec, named, told),
  ]);
};

function checkOperation(spec: SpecContext, { found, name: { name, id, why } }: NamedOperation): Diagnostic[] {
  // An operationId that is no text has a diagnostic of its own.
  if (why === undefined || (id === undefined && typeof (own(found.value, "operationId") ?? "") !== "string")) return [];
  const place = `${found.method.toUpperCase()} ${found.path}`;
  if (id === undefined) {
    const fix = "give it an operationId in camelCase, so that its name does not change with its path";
    return [spec.warning("derived-operation-name", found.pointer, `${place} is named ${name} here, since ${why}`, fix)];
  }
  const message = `The operation "${id}" is named ${name} here, since ${why}`;
  const fix = "give it an operationId in camelCase that no other has and no word of the language is: getUsers";
  return [spec.warning("renamed-operation", joinPointer(found.pointer, "operationId"), message, fix)];
}

/** Each tag once, where it is first used. */
function checkGroup(spec: SpecContext, { found, group }: NamedOperation, told: Set<string>): Diagnostic[] {
  const tag = tagOf(found);
  if (tag === undefined || told.has(tag)) return [];
  told.add(tag);
  const why = whyGroup(tag, group);
  if (why === undefined) return [];
  const message = `The group of the tag "${tag}" is named ${group.property} here, since ${why}`;
  const fix = "write a noun that no other tag spells and no member of every client is called: UserSessions";
  return [spec.warning("renamed-group", joinPointer(found.pointer, "tags", 0), message, fix)];
}
