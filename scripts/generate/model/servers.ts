import { type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import type { SpecOperation } from "../load/walk.ts";
import type { Server, ServerVariable } from "./model.ts";
import { pascalCase } from "./names.ts";
import { CLIENT_OPTIONS } from "./reserved-names.ts";

// - the first server of a list counts; the others of the document are told of in the docs
// - a URL that is relative, or not there at all, is below https://{host}, since nobody knows where the document will lie;
//   one of an operation is below the origin of the document's
// - a variable whose name is that of an option is called otherwise

export function buildServer(document: JsonObject): Server {
  return serverFrom(listAt(document, "servers")[0], HOST);
}

/** The server of an operation that is not where the others are. */
export function serverOf(document: JsonObject, { value, pathItem }: SpecOperation): Server | undefined {
  const [first] = [...listAt(value, "servers"), ...listAt(pathItem, "servers")];
  if (first === undefined) return undefined;
  const usual = buildServer(document);
  const server = serverFrom(first, usual);
  return isSame(server, usual) ? undefined : server;
}

/** Variables of operations' own servers that are none of the document's. */
export function furtherVariables(usual: Server, others: readonly (Server | undefined)[]): ServerVariable[] {
  const known = new Set(usual.variables.map(({ name }) => name));
  return others
    .flatMap((server) => server?.variables ?? [])
    .filter(({ name }) => !known.has(name) && known.add(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The URLs of the document's other servers, each with what is said of it. */
export function otherServers(document: JsonObject): string[] {
  return listAt(document, "servers")
    .slice(1)
    .flatMap((server) => {
      const url = textAt(server, "url");
      const description = textAt(server, "description") ?? "";
      return url === undefined ? [] : [description === "" ? `\`${url}\`` : `\`${url}\` (${description})`];
    });
}

const HOST: Server = {
  url: "https://{host}",
  variables: [
    {
      name: "host",
      default: undefined,
      values: [],
      description: "Name of the host, with its port if that is not 443. For plain http give `baseUrl`.",
    },
  ],
};

/** Example domains (RFC 2606) are nobody's: a variable with such a default is for the user to give. */
const NOBODYS = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test)(?::\d+)?$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const ORIGIN = /^[^/]*\/\/[^/]*/;

function serverFrom(entry: unknown, above: Server): Server {
  const described = objectAt(entry, "variables");
  const written = textAt(entry, "url") ?? "/";
  const filled = written.replaceAll(VARIABLE, (_, name: string) => defaultIn(own(described, name)) ?? "");
  const isWhole = SCHEME.test(filled) || SCHEME.test(written);
  const origin = isWhole ? "" : written.startsWith("//") ? "https:" : (ORIGIN.exec(above.url)?.[0] ?? "");
  const rest = isWhole || written.startsWith("//") ? written : `/${written.replace(/^(?:\.{0,2}\/)+/, "")}`;
  const renamed = rest.replaceAll(VARIABLE, (_, name: string) => `{${optionName(name)}}`);
  const url = `${origin}${renamed}`.replace(/\/+$/, "");
  const inOrigin = namesIn(ORIGIN.exec(url)?.[0] ?? "");
  const inherited = above.variables.filter(({ name }) => namesIn(origin).includes(name));
  const stated = namesIn(rest).map((name) => variableFrom(name, own(described, name), inOrigin));
  const known = new Set(inherited.map(({ name }) => name));
  const variables = [...inherited, ...stated.filter(({ name }) => !known.has(name))];
  return { url, variables: variables.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

function variableFrom(name: string, says: unknown, inOrigin: readonly string[]): ServerVariable {
  const option = optionName(name);
  const value = defaultIn(says);
  const isNobodys = value === undefined || NOBODYS.test(value) || (value === "" && inOrigin.includes(option));
  return {
    name: option,
    default: isNobodys ? undefined : value,
    ...(isNobodys && value !== undefined && value !== "" && { example: value }),
    values: listAt(says, "enum").filter((each) => typeof each === "string"),
    description: textAt(says, "description") ?? "",
  };
}

/** YAML reads a port as a number, which is meant as a text. */
export function defaultIn(variable: unknown): string | undefined {
  const value = own(variable, "default");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

const VARIABLE = /\{([^{}]+)\}/g;

function namesIn(template: string): string[] {
  return [...new Set([...template.matchAll(VARIABLE)].map(([, name = ""]) => name))];
}

function optionName(variable: string): string {
  return CLIENT_OPTIONS.has(variable) ? `server${pascalCase(variable)}` : variable;
}

function isSame(a: Server, b: Server): boolean {
  const defaults = ({ variables }: Server): string =>
    JSON.stringify(variables.map((each) => [each.name, each.default]));
  return a.url === b.url && defaults(a) === defaults(b);
}
