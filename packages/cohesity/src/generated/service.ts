// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { type Core, coreFor, type CoreOptions, type SecurityRequirement, type Service } from "@vendor-sdks/runtime";

export const service: Service = { name: "cohesity", server: "https://{host}/v2" };

/** What operations need as a rule, alternatives. */
export const usualSecurity: readonly SecurityRequirement[] = [
  { APIKeyHeader: [] },
  { SessionIdHeader: [] },
  { Bearer: [] },
];

/** Where the appliance is: what its address is made of, or its whole base URL. */
export type ServerOptions =
  | {
      /** Name or address of the cluster, with a port where it is not 443, e.g. `cluster.example.com:8443`. */
      readonly host: string;
      readonly baseUrl?: undefined;
    }
  | {
      readonly host?: undefined;
      /** The whole base URL, path included. */
      readonly baseUrl: string;
    };

/** Makes what standalone operations are called with. */
export function createCore(options: CoreOptions<ServerOptions>): Core {
  return coreFor(service, options);
}
