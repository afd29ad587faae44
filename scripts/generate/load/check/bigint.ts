import { listAt, own } from "../json.ts";
import type { Check } from "./context.ts";
import { soundExtensions } from "./extensions.ts";

/** `x-sdk-bigint` makes a bigint of an int64, and of nothing else. */
export const checkBigint: Check = (spec) => {
  return soundExtensions(spec, "x-sdk-bigint").flatMap(({ pointer, owner }) => {
    const type = own(owner.value, "type");
    const isInteger = type === "integer" || listAt(owner.value, "type").includes("integer");
    if (isInteger && own(owner.value, "format") === "int64") return [];
    const message = "x-sdk-bigint says nothing on a schema that is no int64";
    return [spec.error("misplaced-extension", pointer, message, "add type: integer and format: int64, or remove it")];
  });
};
