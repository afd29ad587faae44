import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { joinPointer } from "../pointer.ts";
import { METHODS, type SpecOperation } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";

/** Methods that fetch has: a client cannot make up for what the platform refuses or changes. */
export const checkMethods: Check = (spec) => spec.operations.flatMap((operation) => checkMethod(spec, operation));

/** Those that the standard of fetch forbids, in any spelling. */
const FORBIDDEN = new Set(["CONNECT", "TRACE", "TRACK"]);
/** Those that it writes in capitals, however they are spelled. */
const NORMALIZED = new Set(["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"]);

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

function checkMethod(spec: SpecContext, { method, pointer, path, pathItemPointer }: SpecOperation): Diagnostic[] {
  const capitals = method.toUpperCase();
  const error = (message: string, fix: string): Diagnostic[] => [
    spec.error("unsendable-method", pointer, message, fix),
  ];
  if (FORBIDDEN.has(capitals)) {
    return error(`fetch refuses to send a ${capitals}, so ${path} cannot be called by it`, "remove the operation");
  }
  if (pointer === joinPointer(pathItemPointer, method)) return [];
  const field = capitals.toLowerCase();
  if (METHODS.includes(field) && (method === capitals || NORMALIZED.has(capitals))) {
    return error(`"${method}" stands among additionalOperations`, `write it as ${field}: of the path`);
  }
  if (TOKEN.test(method)) return [];
  return error(
    `${JSON.stringify(method)} is no method of HTTP`,
    "write one in letters, digits and dashes, such as COPY",
  );
}
