import type { Model, Server, ServerVariable } from "../model/model.ts";
import { furtherVariables } from "../model/servers.ts";
import { commentLines, docComment } from "../types/escape.ts";
import { key, printFlat } from "./code.ts";

/** What the runtime has to know of a server. */
export function serverFacts({ url, variables }: Server): object {
  const defaults = variables.filter((each) => each.default !== undefined);
  return {
    server: url,
    variables:
      defaults.length === 0 ? undefined : Object.fromEntries(defaults.map((each) => [each.name, each.default])),
  };
}

export function emitServerOptions({ server, otherServers, groups }: Model): string {
  const elsewhere = groups.flatMap(({ operations }) => operations.map((each) => each.server));
  const further = furtherVariables(server, elsewhere);
  const given = [
    ...server.variables.map((each) => emitVariable(each, each.default === undefined)),
    ...further.map((each) => emitVariable(each, false)),
  ];
  const none = [...server.variables, ...further].map(({ name }) => `      readonly ${key(name)}?: undefined;\n`);
  const whole = [
    "The whole base URL, path included.",
    ...(otherServers.length === 0 ? [] : [`Known ones besides: ${otherServers.join(", ")}.`]),
    ...(elsewhere.some((each) => each !== undefined)
      ? ["Every operation goes there, those with a server of their own too."]
      : []),
  ];
  return [
    "/** Where the appliance is: what its address is made of, or its whole base URL. */\n",
    "export type ServerOptions =\n",
    `  | {\n${given.join("")}      readonly baseUrl?: undefined;\n    }\n`,
    `  | {\n${none.join("")}${docComment(commentLines(whole.join(" ")), 6)}      readonly baseUrl: string;\n    };\n`,
  ].join("");
}

function emitVariable({ name, default: byDefault, values, description }: ServerVariable, required: boolean): string {
  const type = values.length === 0 ? "string" : values.map(printFlat).join(" | ");
  const text = byDefault === undefined ? "" : ` Default: ${printFlat(byDefault)}.`;
  const doc = docComment(commentLines(`${description}${text}`.trim()), 6);
  return `${doc}      readonly ${key(name)}${required ? `: ${type}` : `?: ${type} | undefined`};\n`;
}
