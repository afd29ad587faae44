import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { objectAt, own, textAt } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import { operationOn } from "./context.ts";
import type { Check, Extension, SpecContext } from "./context.ts";
import { partsOf, schemasAt, successSchema, typesOf } from "./answer.ts";
import { soundExtensions } from "./extensions.ts";

/** The parameters that walk exist and are sent in the query; rows, total and next mark are in the described answer. */
export const checkPagination: Check = (spec) => {
  return soundExtensions(spec, "x-sdk-pagination").flatMap((extension) => [
    ...checkParameters(spec, extension),
    ...checkPointers(spec, extension),
  ]);
};

function checkParameters(spec: SpecContext, { value, pointer, owner }: Extension): Diagnostic[] {
  const operation = operationOn(spec, owner);
  if (operation === undefined) return [];
  const query = spec.parameters(operation).filter((parameter) => parameter.in === "query");
  const names = query.map(({ name }) => name);
  const size = objectAt(value, "size");
  const problems: Diagnostic[] = [];

  for (const [name, place] of [
    [textAt(value, "position"), joinPointer(pointer, "position")],
    [textAt(size, "parameter"), joinPointer(pointer, "size", "parameter")],
  ] as const) {
    if (name === undefined || names.includes(name)) continue;
    const message = `This operation has no query parameter "${name}"`;
    problems.push(spec.error("unknown-parameter", place, message, suggest(name, names, "declare it")));
  }

  const best = own(size, "best");
  const schema = query.find(({ name }) => name === size["parameter"])?.value["schema"];
  const largest = partsOf(spec.document, schema)
    .map((part) => own(part, "maximum"))
    .find((maximum) => maximum !== undefined);
  if (typeof best === "number" && typeof largest === "number" && best > largest) {
    const message = `The best page size ${best} is beyond the maximum of "${String(size["parameter"])}", ${largest}`;
    const place = joinPointer(pointer, "size", "best");
    problems.push(spec.error("invalid-value", place, message, `write best: ${largest} or less`));
  }
  return problems;
}

/** What may stand at each pointer of the answer. A mark may be of any type: it is sent back as it came. */
const POINTERS = { items: ["array"], total: ["integer", "number"], begins: ["integer", "number"], next: [] } as const;

function checkPointers(spec: SpecContext, { value, pointer, owner }: Extension): Diagnostic[] {
  const schema = successSchema(spec.document, owner.value);
  return Object.entries(POINTERS).flatMap(([field, wanted]) => {
    const expression = textAt(value, field);
    if (expression === undefined) return [];
    const place = joinPointer(pointer, field);
    const path = expression.slice(expression.indexOf("#") + 1);
    const found = schema === undefined ? [] : schemasAt(spec.document, schema, path);
    if (found.length === 0) {
      const message = `The success answer describes nothing at ${expression}`;
      return [spec.error("unknown-answer-field", place, message, "write a pointer into the schema of the answer")];
    }
    const types = typesOf(spec.document, found);
    if (wanted.length === 0 || wanted.some((type) => types.has(type))) return [];
    const is = types.size === 0 ? "of no stated type" : `of type ${[...types].join(" or ")}`;
    const message = `What stands at ${expression} is ${is}, not ${wanted.join(" or ")}`;
    return [spec.error("wrong-type", place, message, `point to the ${field} of the answer, or state its type`)];
  });
}
