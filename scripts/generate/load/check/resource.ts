import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { listAt, objectAt, own, textAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { dereference, joinPointer } from "../pointer.ts";
import type { SpecOperation } from "../walk.ts";
import { partsOf, schemasAt, successSchema, typesOf } from "./answer.ts";
import { operationOn } from "./context.ts";
import type { Check, Extension, SpecContext } from "./context.ts";
import { soundExtensions } from "./extensions.ts";

/** What the operation is said to do is in its answers, its parameters and its body. */
export const checkResource: Check = (spec) => {
  return soundExtensions(spec, "x-sdk-resource").flatMap((extension) => {
    const operation = operationOn(spec, extension.owner);
    if (operation === undefined) return [];
    return [
      ...checkAnswer(spec, extension),
      ...checkRequest(spec, extension, operation),
      ...checkStatus(spec, extension, operation, "absent"),
      ...checkStatus(spec, extension, operation, "taken"),
      ...checkSchemes(spec, extension),
    ];
  });
};

/** What may stand at each pointer of the answer. */
const POINTERS = { thing: ["object"], items: ["array"], total: ["integer", "number"] } as const;

function checkAnswer(spec: SpecContext, { value, pointer, owner }: Extension): Diagnostic[] {
  const { document } = spec;
  const schema = successSchema(document, owner.value);
  const problems: Diagnostic[] = [];
  let things: unknown[] = [];
  for (const [field, wanted] of Object.entries(POINTERS)) {
    const expression = textAt(value, field);
    if (expression === undefined) continue;
    const place = joinPointer(pointer, field);
    const path = expression.slice(expression.indexOf("#") + 1);
    const found = schema === undefined ? [] : schemasAt(document, schema, path);
    const types = typesOf(document, found);
    if (found.length === 0) {
      const message = `The success answer describes nothing at ${expression}`;
      problems.push(
        spec.error("unknown-answer-field", place, message, "write a pointer into the schema of the answer"),
      );
    } else if (types.size > 0 && !wanted.some((type) => types.has(type))) {
      const message = `What stands at ${expression} is of type ${[...types].join(" or ")}, not ${wanted.join(" or ")}`;
      problems.push(spec.error("wrong-type", place, message, `point to the ${field} of the answer`));
    } else if (field === "thing") things = found;
    else if (field === "items" && schema !== undefined) things = schemasAt(document, schema, `${path}/0`);
  }
  return [...problems, ...checkProperties(spec, { value, pointer }, things)];
}

/** The properties that are named are those of the thing; without an answer nothing is known of them. */
function checkProperties(
  spec: SpecContext,
  { value, pointer }: Pick<Extension, "value" | "pointer">,
  things: readonly unknown[],
): Diagnostic[] {
  const parts = things.flatMap((schema) => partsOf(spec.document, schema));
  const known = parts.flatMap((part) => Object.keys(objectAt(part, "properties")));
  if (known.length === 0) return [];
  const named: (readonly [place: string, name: string])[] = [];
  const id = textAt(value, "id");
  if (id !== undefined) named.push([joinPointer(pointer, "id"), id]);
  for (const [index, name] of listAt(value, "made").entries())
    named.push([joinPointer(pointer, "made", String(index)), String(name)]);
  for (const field of ["headers", "admits"])
    for (const [key, name] of Object.entries(objectAt(value, field)))
      named.push([joinPointer(pointer, field, key), String(name)]);
  return named
    .filter(([, name]) => !known.includes(name))
    .map(([place, name]) => {
      const message = `The thing in the answer has no property "${name}"`;
      return spec.error("unknown-answer-field", place, message, suggest(name, known, "describe it"));
    });
}

function checkRequest(spec: SpecContext, { value, pointer }: Extension, operation: SpecOperation): Diagnostic[] {
  const places = [
    ...conditionsOf(value, pointer),
    ...conditionsOf(objectAt(value, "own"), joinPointer(pointer, "own")),
  ];
  const fields = textAt(value, "fields");
  if (fields !== undefined) places.push([joinPointer(pointer, "fields"), fields]);
  return places.flatMap(([place, expression]) => {
    const [, where = "", name = ""] = /^\$request\.(path|query|header|body)[.#](.*)$/s.exec(expression) ?? [];
    if (where === "body") return checkBody(spec, operation, place, expression);
    const known = [
      ...spec.parameters(operation).flatMap((parameter) => (parameter.in === where ? [parameter.name] : [])),
      ...(where === "header" ? headersOfSchemes(spec.document) : []),
    ];
    const isKnown = known.some((each) =>
      where === "header" ? each.toLowerCase() === name.toLowerCase() : each === name,
    );
    if (isKnown) return [];
    const message = `This operation has no ${where} parameter "${name}"`;
    return [spec.error("unknown-parameter", place, message, suggest(name, known, "declare it"))];
  });
}

function conditionsOf(value: unknown, pointer: string): [place: string, expression: string][] {
  return Object.entries(objectAt(value, "where")).map(([property, expression]) => [
    joinPointer(pointer, "where", property),
    String(expression),
  ]);
}

/** Credentials are sent in headers that are no parameters. */
function headersOfSchemes(document: JsonObject): string[] {
  const schemes = Object.values(objectAt(objectAt(document, "components"), "securitySchemes"));
  return schemes.flatMap((entry) => {
    const scheme = dereference(document, entry, "")?.value;
    if (textAt(scheme, "type") !== "apiKey") return ["Authorization"];
    return textAt(scheme, "in") === "header" ? [textAt(scheme, "name") ?? ""] : [];
  });
}

function checkBody(spec: SpecContext, operation: SpecOperation, place: string, expression: string): Diagnostic[] {
  const { document } = spec;
  const body = dereference(document, own(operation.value, "requestBody"), "")?.value;
  const path = expression.slice(expression.indexOf("#") + 1);
  const described = Object.values(objectAt(body, "content")).some((entry) => {
    const schema = own(dereference(document, entry, "")?.value, "schema");
    return schema !== undefined && schemasAt(document, schema, path).length > 0;
  });
  if (described) return [];
  const message = `The request's body describes nothing at ${expression}`;
  return [spec.error("unknown-body-field", place, message, "write a pointer into the schema of the body")];
}

function checkStatus(
  spec: SpecContext,
  { value, pointer }: Extension,
  operation: SpecOperation,
  field: "absent" | "taken",
): Diagnostic[] {
  const status = own(value, field);
  if (typeof status !== "number") return [];
  const declared = Object.keys(objectAt(operation.value, "responses"));
  if ([String(status), `${Math.floor(status / 100)}XX`, "default"].some((each) => declared.includes(each))) return [];
  const message = `This operation declares no answer ${status}`;
  const fix = `write one of ${declared.join(", ")}, or declare it`;
  return [spec.error("invalid-value", joinPointer(pointer, field), message, fix)];
}

function checkSchemes(spec: SpecContext, { value, pointer }: Extension): Diagnostic[] {
  const known = Object.keys(objectAt(objectAt(spec.document, "components"), "securitySchemes"));
  return Object.keys(objectAt(value, "admits"))
    .filter((name) => !known.includes(name))
    .map((name) => {
      const message = `There is no security scheme "${name}"`;
      const fix = suggest(name, known, "declare it in components.securitySchemes");
      return spec.error("unknown-security-scheme", joinPointer(pointer, "admits", name), message, fix);
    });
}
