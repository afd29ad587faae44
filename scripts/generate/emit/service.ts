import type { Model } from "../model/model.ts";
import { constant, importLine, printFlat, Raw } from "./code.ts";
import { emitServerOptions, serverFacts } from "./server.ts";

/** What holds for all operations, and where the appliance is. */
export function emitService(model: Model): string {
  const { server, retryStatuses, rateLimit } = model;
  const service = {
    name: model.service,
    ...serverFacts(server),
    retryStatuses: retryStatuses.length === 0 ? undefined : retryStatuses,
    rateLimit: rateLimit && new Raw(`/* @__PURE__ */ rateLimit(${Object.values(rateLimit).map(printFlat).join(", ")})`),
  };
  return [
    importLine(
      [
        "type Core",
        "coreFor",
        "type CoreOptions",
        "type Service",
        ...(rateLimit === undefined ? [] : ["rateLimit"]),
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
    emitServerOptions(model),
    "\n/** Makes what standalone operations are called with. */\n",
    "export function createCore(options: CoreOptions<ServerOptions>): Core {\n  return coreFor(service, options);\n}\n",
  ].join("");
}
