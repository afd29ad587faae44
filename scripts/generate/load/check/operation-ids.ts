import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { own } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import type { Check } from "./context.ts";

/** Methods are named by their operationId: each operation has one, and none is taken twice. */
export const checkOperationIds: Check = (spec) => {
  const problems: Diagnostic[] = [];
  const first = new Map<string, string>();

  const claim = (id: string, pointer: string, place: string): void => {
    const taken = first.get(id);
    if (taken === undefined) {
      first.set(id, place);
    } else {
      const message = `The operationId "${id}" is that of ${taken} already`;
      const fix = "give each operation an operationId of its own";
      problems.push(spec.error("duplicate-operation-id", joinPointer(pointer, "operationId"), message, fix));
    }
  };

  for (const { path, method, value, pointer } of spec.operations) {
    const place = `${method.toUpperCase()} ${path}`;
    const id = own(value, "operationId");
    if (typeof id === "string" && id !== "") {
      claim(id, pointer, place);
    } else if (id === undefined) {
      const fix = "add operationId: in camelCase; it becomes the name of the method";
      problems.push(spec.error("missing-operation-id", pointer, `${place} has no operationId`, fix));
    } else {
      const message = `The operationId of ${place} must be a text that is not empty`;
      const fix = "write a name in camelCase; it becomes the name of the method";
      problems.push(spec.error("wrong-type", joinPointer(pointer, "operationId"), message, fix));
    }
  }
  // Operations of webhooks and callbacks become no methods, but their names share the same space.
  const called = new Set(spec.operations.map(({ pointer }) => pointer));
  for (const { value, pointer } of spec.nodes("operation")) {
    const id = own(value, "operationId");
    if (!called.has(pointer) && typeof id === "string" && id !== "") claim(id, pointer, pointer);
  }
  return problems;
};
