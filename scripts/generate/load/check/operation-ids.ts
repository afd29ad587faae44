import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { own } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import type { Check } from "./context.ts";

/** An operationId is a text. One that is missing or stands twice is no error: `names.ts` tells what becomes of it. */
export const checkOperationIds: Check = (spec) =>
  spec.nodes("operation").flatMap(({ value, pointer }): Diagnostic[] => {
    const id = own(value, "operationId");
    if (id === undefined || typeof id === "string") return [];
    const fix = "write a name in camelCase; it becomes the name of the method";
    return [spec.error("wrong-type", joinPointer(pointer, "operationId"), "An operationId must be a text", fix)];
  });
