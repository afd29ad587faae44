import { isObject } from "../openapi/json.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { errorSchemas } from "./answer-node.ts";
import { judgeType } from "./judge-type.ts";
import type { Complaint, Judging } from "./judging.ts";
import { isKnown, knownFields } from "./known-fields.ts";
import { follow, type SpecNode } from "./spec-node.ts";
import { typeName } from "./types.ts";

interface Answered {
  readonly schema: SpecNode;
  readonly status: number;
  readonly value: unknown;
}

/** A body that is another thing than was declared, as a whole: its single differences would say less. */
export function judgeEnvelope(judging: Judging, operation: SpecOperation, answered: Answered): Complaint | undefined {
  return answered.status < 300 ? errorInSuccess(judging, operation, answered) : otherError(answered);
}

const ERROR_NAME = /^(?:errors?|fault|exception|errorCode|errorMessage|error_code|error_message)$/i;

/** Appliances say 200 and then, in the body, that it failed. */
function errorInSuccess(
  judging: Judging,
  operation: SpecOperation,
  { schema, value }: Answered,
): Complaint | undefined {
  if (!isObject(value) || schema.value === undefined) return undefined;
  const known = knownFields(schema);
  const isOther = judgeType(follow(schema), value, []) !== undefined;
  const strange = Object.keys(value).filter((name) => isOther || !isKnown(known, name));
  const hasOwn = Object.keys(value).some((name) => known.names.has(name));
  const isSound = judging.checker.problems(schema.value, value, "response").length === 0;
  if (strange.length === 0 || (isSound && hasOwn)) return undefined;
  const isDeclared = errorSchemas(operation).some((error) => {
    const { names } = knownFields(error);
    const fits = judging.checker.problems(error.value, value, "response").length === 0;
    return fits && strange.some((name) => names.has(name));
  });
  if (!isDeclared && !strange.some((name) => ERROR_NAME.test(name))) return undefined;
  const message = `the body has ${strange.map((name) => `"${name}"`).join(", ")}, as errors have`;
  return { kind: "error-in-success", pointer: schema.pointer, at: [], message, seen: { value, schema } };
}

/** An error of which not one name is known. */
function otherError({ schema, value }: Answered): Complaint | undefined {
  const known = knownFields(schema);
  if (known.names.size === 0 || known.open) return undefined;
  if (isObject(value) && Object.keys(value).some((name) => known.names.has(name))) return undefined;
  if (isObject(value) && Object.keys(value).length === 0) return undefined;
  const actual = isObject(value) ? `an object of ${Object.keys(value).join(", ")}` : `of type ${typeName(value)}`;
  const message = `the body is ${actual}; declared are ${[...known.names].join(", ")}`;
  return { kind: "error-envelope", pointer: schema.pointer, at: [], message, seen: { value, schema } };
}
