import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { describeType, isObject, objectAt, own } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import type { SpecNode } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";
import { templateNames } from "./paths.ts";

/** A base URL can be built of every server: each of its variables is declared and has a default. */
export const checkServers: Check = (spec) => spec.nodes("server").flatMap((server) => checkServer(spec, server));

function checkServer(spec: SpecContext, { value, pointer }: SpecNode): Diagnostic[] {
  const url = own(value, "url");
  if (typeof url !== "string") {
    const message = `The url of a server must be a text, and is ${describeType(url)}`;
    const place = url === undefined ? pointer : joinPointer(pointer, "url");
    return [
      spec.error(url === undefined ? "missing-field" : "wrong-type", place, message, "write url: https://{host}"),
    ];
  }
  const names = templateNames(url);
  const variables = objectAt(value, "variables");
  const undeclared = [...new Set(names)].filter((name) => !Object.hasOwn(variables, name));
  return [
    ...undeclared.map((name) => {
      const message = `The server variable {${name}} is not declared`;
      const unused = Object.keys(variables).filter((variable) => !names.includes(variable));
      const fix = suggest(name, unused, `add variables: { ${name}: { default: … } }`);
      return spec.error("undeclared-server-variable", joinPointer(pointer, "url"), message, fix);
    }),
    ...Object.entries(variables).flatMap(([name, variable]) => {
      const place = joinPointer(pointer, "variables", name);
      if (names.includes(name)) return isObject(variable) ? checkDefault(spec, name, variable, place) : [];
      const message = `The url has no {${name}}`;
      return [spec.warning("unused-server-variable", place, message, "use it in the url, or remove it")];
    }),
  ];
}

function checkDefault(spec: SpecContext, name: string, variable: object, pointer: string): Diagnostic[] {
  const value = own(variable, "default");
  const choices = own(variable, "enum");
  if (value === undefined) {
    const message = `The server variable "${name}" has no default`;
    const fix = "add default:; where users must give it, a name under example.com";
    return [spec.error("missing-field", pointer, message, fix)];
  }
  const place = joinPointer(pointer, "default");
  if (typeof value !== "string") {
    const message = `The default of "${name}" must be a text, and is ${describeType(value)}`;
    return [spec.error("wrong-type", place, message, `write default: "${String(value)}"`)];
  }
  if (!Array.isArray(choices) || choices.includes(value)) return [];
  const message = `The default "${value}" of "${name}" is none of its enum`;
  return [spec.error("invalid-value", place, message, suggest(value, choices.map(String), "add it to the enum"))];
}
