import type { Model, ServerVariable } from "../model/model.ts";
import { commentLines, docComment } from "../types/escape.ts";
import { constant, importLine, key, printFlat } from "./code.ts";

/** What holds for all operations, and where the appliance is. */
export function emitService(model: Model): string {
  const { server, schemes, retryStatuses, expired, rateLimit } = model;
  const defaults = server.variables.filter((each) => each.default !== undefined);
  const service = {
    name: model.service,
    server: server.url,
    variables:
      defaults.length === 0 ? undefined : Object.fromEntries(defaults.map((each) => [each.name, each.default])),
    schemes: schemes.size === 0 ? undefined : Object.fromEntries(schemes),
    retryStatuses: retryStatuses.length === 0 ? undefined : retryStatuses,
    expired,
    rateLimit,
    sensitive: sensitive(model.sensitive),
  };
  return [
    importLine(
      [
        "type Core",
        "coreFor",
        "type CoreOptions",
        "type Service",
        ...(model.usualSecurity === undefined ? [] : ["type SecurityRequirement"]),
      ],
      "@vendor-sdks/runtime",
    ),
    "\n",
    constant("export const service: Service", service),
    "\n",
    model.usualSecurity === undefined
      ? ""
      : `/** What operations need as a rule, alternatives. */\n${constant("export const usualSecurity: readonly SecurityRequirement[]", model.usualSecurity)}\n`,
    emitServerOptions(server.variables),
    "\n/** Makes what standalone operations are called with. */\n",
    "export function createCore(options: CoreOptions<ServerOptions>): Core {\n  return coreFor(service, options);\n}\n",
  ].join("");
}

function sensitive({ requests, answers }: Model["sensitive"]): object | undefined {
  if (requests.length + answers.length === 0) return undefined;
  return {
    requests: requests.length === 0 ? undefined : requests,
    answers: answers.length === 0 ? undefined : answers,
  };
}

function emitServerOptions(variables: readonly ServerVariable[]): string {
  const given = variables.map((variable) => {
    const optional = variable.default === undefined ? "" : "?";
    const type = variable.values.length === 0 ? "string" : variable.values.map(printFlat).join(" | ");
    const text = variable.default === undefined ? "" : ` Default: ${printFlat(variable.default)}.`;
    const doc = docComment(commentLines(`${variable.description}${text}`), 6);
    return `${doc}      readonly ${key(variable.name)}${optional}: ${type}${optional === "" ? "" : " | undefined"};\n`;
  });
  const none = variables.map(({ name }) => `      readonly ${key(name)}?: undefined;\n`);
  return [
    "/** Where the appliance is: what its address is made of, or its whole base URL. */\n",
    "export type ServerOptions =\n",
    `  | {\n${given.join("")}      readonly baseUrl?: undefined;\n    }\n`,
    `  | {\n${none.join("")}      /** The whole base URL, path included. */\n      readonly baseUrl: string;\n    };\n`,
  ].join("");
}
