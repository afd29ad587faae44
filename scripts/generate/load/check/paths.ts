import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { listAt, objectAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import { parametersAt } from "../walk.ts";
import type { SpecOperation } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";

/** Path templates: well-formed, each different from the others, and with the parameters that the operations declare. */
export const checkPaths: Check = (spec) => [...checkTemplates(spec), ...checkTemplateParameters(spec)];

export function templateNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");
}

/** `{;name*}` of URI templates: in OpenAPI the parameter says in which style it is sent. */
function withoutOperators(path: string): string {
  return path.replaceAll(/\{[.;]?([^{}]*?)\*?\}/g, "{$1}");
}

function checkTemplates(spec: SpecContext): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const shapes = new Map<string, string>();
  for (const path of Object.keys(objectAt(spec.document, "paths"))) {
    if (path.startsWith("x-")) continue;
    const pointer = joinPointer("/paths", path);
    const plain = withoutOperators(path);
    if (plain !== path && !Object.hasOwn(objectAt(spec.document, "paths"), plain)) {
      const message = `"${path}" holds operators of URI templates; it is read as "${plain}"`;
      const fix = `write "${plain}", and say style and explode on the parameters`;
      problems.push(spec.warning("invalid-path", pointer, message, fix));
      spec.mend({ pointer, value: undefined });
      spec.mend({
        pointer: joinPointer("/paths", plain),
        value: objectAt(spec.document, "paths")[path],
        from: pointer,
      });
    }
    const flaw = templateFlaw(plain);
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
  const checkedItems = new Set<string>();
  return spec.operations.flatMap((operation) => {
    const { path, method, value, pointer, pathItem, pathItemPointer } = operation;
    const names = templateNames(withoutOperators(path));
    const problems: Diagnostic[] = [];
    const place = joinPointer("/paths", path);
    if (!checkedItems.has(place)) {
      checkedItems.add(place);
      problems.push(...checkUnused(spec, path, names, pathItem, pathItemPointer, []));
    }
    const declared = spec.parameters(operation).filter((parameter) => parameter.in === "path");
    const undeclared = hasUnreadableParameter(spec, operation)
      ? []
      : [...new Set(names)].filter((name) => name !== "" && !declared.some((parameter) => parameter.name === name));
    const added = undeclared.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
    problems.push(...checkUnused(spec, path, names, value, pointer, added));
    for (const name of undeclared) {
      const message = `${method.toUpperCase()} ${path} does not declare its path parameter {${name}}`;
      const fix = `add { name: ${name}, in: path, required: true, schema: … } to its parameters; it is taken for a string`;
      problems.push(spec.warning("undeclared-path-parameter", pointer, message, fix));
    }
    return problems;
  });
}

/** A parameter that the path has no place for cannot be sent: without it, and with those that are not declared, the list is sound. */
function checkUnused(
  spec: SpecContext,
  path: string,
  names: readonly string[],
  owner: JsonObject,
  pointer: string,
  added: readonly JsonObject[],
): Diagnostic[] {
  const unused = parametersAt(spec.document, owner, pointer).filter((parameter) => {
    return parameter.in === "path" && !names.includes(parameter.name);
  });
  if (unused.length + added.length > 0) {
    const places = new Set(unused.map((parameter) => parameter.pointer));
    const kept = listAt(owner, "parameters").filter((_, index) => {
      return !places.has(joinPointer(pointer, "parameters", index));
    });
    spec.mend({ pointer: joinPointer(pointer, "parameters"), value: [...kept, ...added] });
  }
  return unused.map((parameter) => {
    const fix = `${suggest(parameter.name, names, `put {${parameter.name}} into the path`)}, or remove the parameter`;
    const message = `The path "${path}" has no {${parameter.name}}; the parameter is left out`;
    return spec.warning("unused-path-parameter", parameter.pointer, message, fix);
  });
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
