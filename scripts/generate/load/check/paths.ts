import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { listAt, objectAt } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import { parametersAt } from "../walk.ts";
import type { SpecOperation } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";

/** Path templates: well-formed, each different from the others, and with the parameters that the operations declare. */
export const checkPaths: Check = (spec) => [...checkTemplates(spec), ...checkTemplateParameters(spec)];

export function templateNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");
}

function checkTemplates(spec: SpecContext): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const shapes = new Map<string, string>();
  for (const path of Object.keys(objectAt(spec.document, "paths"))) {
    if (path.startsWith("x-")) continue;
    const pointer = joinPointer("/paths", path);
    const flaw = templateFlaw(path);
    if (flaw !== undefined) problems.push(spec.error("invalid-path", pointer, `"${path}" ${flaw.is}`, flaw.fix));
    const shape = path.replaceAll(/\{[^{}]*\}/g, "{}");
    const other = shapes.get(shape);
    if (other === undefined) shapes.set(shape, path);
    else problems.push(collision(spec, path, other));
  }
  return problems;
}

/** No server can tell the two apart, but for their methods. */
function collision(spec: SpecContext, path: string, other: string): Diagnostic {
  const pointer = joinPointer("/paths", path);
  const methodsOf = (owner: string): Set<string> => {
    return new Set(spec.operations.filter((operation) => operation.path === owner).map(({ method }) => method));
  };
  const shared = [...methodsOf(path)].filter((method) => methodsOf(other).has(method));
  const message = `"${path}" and "${other}" are the same path: names of parameters do not tell paths apart`;
  if (shared.length === 0) {
    return spec.warning("path-collision", pointer, message, `move its operations to "${other}"`);
  }
  const both = shared.map((method) => method.toUpperCase()).join(", ");
  const fix = `keep one of the two; both have ${both}, which would be the same call`;
  return spec.error("path-collision", pointer, message, fix);
}

function templateFlaw(path: string): { readonly is: string; readonly fix: string } | undefined {
  if (!path.startsWith("/")) return { is: "does not begin with a slash", fix: `write "/${path}"` };
  if (/[?#]/.test(path)) return { is: "holds a query or a fragment", fix: "declare query parameters instead" };
  const names = templateNames(path);
  if (names.includes("") || /[{}]/.test(path.replaceAll(/\{[^{}]*\}/g, ""))) {
    return { is: "has braces that do not hold a name", fix: "write each parameter as {name}" };
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : { is: `holds {${twice}} twice`, fix: "give each parameter its own name" };
}

function checkTemplateParameters(spec: SpecContext): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const checkedItems = new Set<string>();
  const unused = (path: string, name: string, pointer: string): void => {
    const fix = `${suggest(name, templateNames(path), `put {${name}} into the path`)}, or remove the parameter`;
    problems.push(spec.error("unused-path-parameter", pointer, `The path "${path}" has no {${name}}`, fix));
  };

  for (const operation of spec.operations) {
    const { path, method, value, pointer, pathItem, pathItemPointer } = operation;
    const names = templateNames(path);
    const place = joinPointer("/paths", path);
    if (!checkedItems.has(place)) {
      checkedItems.add(place);
      for (const parameter of parametersAt(spec.document, pathItem, pathItemPointer)) {
        if (parameter.in === "path" && !names.includes(parameter.name)) unused(path, parameter.name, parameter.pointer);
      }
    }
    for (const parameter of parametersAt(spec.document, value, pointer)) {
      if (parameter.in === "path" && !names.includes(parameter.name)) unused(path, parameter.name, parameter.pointer);
    }
    if (hasUnreadableParameter(spec, operation)) continue;
    const declared = spec.parameters(operation).filter((parameter) => parameter.in === "path");
    for (const name of new Set(names)) {
      if (name === "" || declared.some((parameter) => parameter.name === name)) continue;
      const message = `${method.toUpperCase()} ${path} does not declare its path parameter {${name}}`;
      const fix = `add { name: ${name}, in: path, required: true, schema: … } to its parameters`;
      problems.push(spec.error("undeclared-path-parameter", pointer, message, fix));
    }
  }
  return problems;
}

/** One that cannot be read has its own diagnostic, and it may be the one that seems to be missing. */
function hasUnreadableParameter(
  spec: SpecContext,
  { value, pointer, pathItem, pathItemPointer }: SpecOperation,
): boolean {
  return (
    parametersAt(spec.document, value, pointer).length < listAt(value, "parameters").length ||
    parametersAt(spec.document, pathItem, pathItemPointer).length < listAt(pathItem, "parameters").length
  );
}
