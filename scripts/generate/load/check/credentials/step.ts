import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { suggest } from "../../../diagnostics/nearest.ts";
import { isObject, objectAt, own } from "../../json.ts";
import type { JsonObject } from "../../json.ts";
import { joinPointer } from "../../pointer.ts";
import type { SpecContext } from "../context.ts";
import { schemeNamed, unknownScheme } from "../security.ts";

/** A step calls an operation that exists, with parameters that it has, and with all that it requires. */
export function checkStep(spec: SpecContext, step: JsonObject, operationId: string, pointer: string): Diagnostic[] {
  const problems = checkAuthorize(spec, own(step, "authorize"), joinPointer(pointer, "authorize"));
  const operation = spec.operationById(operationId);
  if (operation === undefined) {
    const fix = suggest(operationId, spec.operationIds(), "add the operation");
    const place = joinPointer(pointer, "operationId");
    return [...problems, spec.error("unknown-operation", place, `There is no operation "${operationId}"`, fix)];
  }
  if (spec.operations.some((other) => other !== operation && own(other.value, "operationId") === operationId)) {
    const message = `Several operations have the operationId "${operationId}"`;
    const place = joinPointer(pointer, "operationId");
    problems.push(spec.error("ambiguous-operation", place, message, "give each an operationId of its own"));
  }
  const parameters = spec.parameters(operation);
  const given = Object.keys(objectAt(step, "parameters"));
  for (const name of given) {
    if (parameters.some((parameter) => parameter.name === name)) continue;
    const names = parameters.map((parameter) => parameter.name);
    const message = `${operationId} has no parameter "${name}"`;
    const fix = suggest(name, names, "remove it");
    problems.push(spec.error("unknown-parameter", joinPointer(pointer, "parameters", name), message, fix));
  }
  for (const { name, required, in: place } of parameters) {
    if (!required || given.includes(name)) continue;
    const message = `${operationId} requires its ${place} parameter "${name}", which is not given`;
    problems.push(spec.error("missing-parameter", pointer, message, `add parameters: { ${name}: … }`));
  }
  return problems;
}

/** Schemes exist, and are fed what they take: HTTP Basic a name and a password, every other one a text. */
export function checkAuthorize(spec: SpecContext, authorize: unknown, pointer: string): Diagnostic[] {
  if (!isObject(authorize)) return [];
  return Object.entries(authorize).flatMap(([name, value]) => {
    const place = joinPointer(pointer, name);
    const scheme = schemeNamed(spec, name);
    if (scheme === undefined) return [unknownScheme(spec, name, place)];
    if (isBasic(scheme)) {
      if (isObject(value) && own(value, "username") !== undefined && own(value, "password") !== undefined) return [];
      const message = `"${name}" is HTTP Basic, which takes a username and a password`;
      return [spec.error("invalid-value", place, message, "write { username: …, password: … }")];
    }
    if (typeof value === "string") return [];
    return [
      spec.error("invalid-value", place, `"${name}" takes a text`, "write an expression, such as $session.token"),
    ];
  });
}

function isBasic(scheme: JsonObject): boolean {
  const method = own(scheme, "scheme");
  return own(scheme, "type") === "http" && typeof method === "string" && method.toLowerCase() === "basic";
}
