import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { defaultIn } from "../../model/servers.ts";
import { describeType, isObject, type JsonObject, objectAt, own } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import type { SpecNode } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";
import { templateNames } from "./paths.ts";

/** A base URL can be built of every server. Variables that say too little are for users to give, which is told. */
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
    ...checkUrl(spec, url, variables, joinPointer(pointer, "url")),
    ...undeclared.map((name) => {
      const message = `The server variable {${name}} is not declared: users have to give it`;
      const unused = Object.keys(variables).filter((variable) => !names.includes(variable));
      const fix = suggest(name, unused, `add variables: { ${name}: { default: … } }`);
      return spec.warning("undeclared-server-variable", joinPointer(pointer, "url"), message, fix);
    }),
    ...Object.entries(variables).flatMap(([name, variable]) => {
      const place = joinPointer(pointer, "variables", name);
      if (names.includes(name)) return isObject(variable) ? checkDefault(spec, name, variable, place) : [];
      const message = `The url has no {${name}}`;
      return [spec.warning("unused-server-variable", place, message, "use it in the url, or remove it")];
    }),
  ];
}

/** What of a URL no value of a variable can mend. */
function checkUrl(spec: SpecContext, url: string, variables: JsonObject, pointer: string): Diagnostic[] {
  const filled = url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => defaultIn(variables[name]) ?? "1");
  const flaw = /[{}]/.test(filled)
    ? "has braces that do not hold a name"
    : /[?#]/.test(filled)
      ? "holds a query or a fragment"
      : URL.canParse(filled, "https://example.com/")
        ? /^https?:$/.test(new URL(filled, "https://example.com/").protocol)
          ? undefined
          : "is neither http nor https"
        : "is no URL";
  const fix = "write a URL of http or https, absolute or below the host, with each variable as {name}";
  return flaw === undefined ? [] : [spec.error("invalid-server", pointer, `The url "${url}" ${flaw}`, fix)];
}

function checkDefault(spec: SpecContext, name: string, variable: object, pointer: string): Diagnostic[] {
  const value = own(variable, "default");
  const choices = own(variable, "enum");
  if (value === undefined) {
    const message = `The server variable "${name}" has no default: users have to give it`;
    const fix = "add default:; where users must give it, a name under example.com";
    return [spec.warning("missing-field", pointer, message, fix)];
  }
  const place = joinPointer(pointer, "default");
  if (typeof value !== "string") {
    const message = `The default of "${name}" must be a text, and is ${describeType(value)}`;
    const fix = `write default: "${String(value)}"`;
    const isScalar = typeof value !== "object";
    return [isScalar ? spec.warning("wrong-type", place, message, fix) : spec.error("wrong-type", place, message, fix)];
  }
  if (!Array.isArray(choices) || choices.includes(value)) return [];
  const message = `The default "${value}" of "${name}" is none of its enum`;
  return [spec.warning("invalid-value", place, message, suggest(value, choices.map(String), "add it to the enum"))];
}
