import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { describeType, own, textAt } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import { parameterKey, parametersAt } from "../walk.ts";
import type { SpecNode } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";

/** Each parameter by itself, and that no list holds one twice. */
export const checkParameters: Check = (spec) => [
  ...spec.nodes("parameter").flatMap((parameter) => checkParameter(spec, parameter)),
  ...[...spec.nodes("pathItem"), ...spec.nodes("operation")].flatMap((owner) => checkDuplicates(spec, owner)),
];

function placesOf(spec: SpecContext): readonly string[] {
  const places = ["path", "query", "header", "cookie"];
  return textAt(spec.document, "openapi")?.startsWith("3.2") === true ? [...places, "querystring"] : places;
}

function checkParameter(spec: SpecContext, { value, pointer }: SpecNode): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const name = own(value, "name");
  const place = own(value, "in");
  const title = typeof name === "string" ? `The parameter "${name}"` : "This parameter";
  const places = placesOf(spec);

  if (name === undefined) {
    problems.push(spec.error("missing-field", pointer, "This parameter has no name", "add name: as it is sent"));
  } else if (typeof name !== "string" || name === "") {
    const message = `The name of a parameter must be a text that is not empty, and is ${describeType(name)}`;
    problems.push(spec.error("wrong-type", joinPointer(pointer, "name"), message, "write the name as it is sent"));
  }
  if (place === undefined) {
    problems.push(spec.error("missing-field", pointer, `${title} has no "in"`, `add in: ${places.join(" | ")}`));
  } else if (typeof place !== "string" || !places.includes(place)) {
    const message = `${title} cannot be in ${JSON.stringify(place)}`;
    const fix = suggest(String(place), places, "describe it as the requestBody");
    problems.push(spec.error("invalid-value", joinPointer(pointer, "in"), message, fix));
  }
  if (place === "path" && own(value, "required") !== true) {
    const message = `${title} is part of the path, and so cannot be left out`;
    problems.push(spec.warning("optional-path-parameter", pointer, message, "add required: true"));
    spec.mend({ pointer: joinPointer(pointer, "required"), value: true });
  }
  if (own(value, "schema") === undefined && own(value, "content") === undefined) {
    problems.push(spec.error("missing-field", pointer, `${title} has no schema`, "add schema: with its type"));
  }
  return problems;
}

function checkDuplicates(spec: SpecContext, owner: SpecNode): Diagnostic[] {
  const known = new Set<string>();
  return parametersAt(spec.document, owner.value, owner.pointer).flatMap((parameter) => {
    const key = parameterKey(parameter);
    if (!known.has(key)) {
      known.add(key);
      return [];
    }
    const message = `The ${parameter.in} parameter "${parameter.name}" is listed twice`;
    return [spec.error("duplicate-parameter", parameter.pointer, message, "remove one of the two")];
  });
}
