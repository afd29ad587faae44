// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { type Core, coreFor, type CoreOptions, type Service } from "@vendor-sdks/runtime";

export const service: Service = { name: "rubrik", server: "https://{host}/api/v1" };

/** Where the appliance is: what its address is made of, or its whole base URL. */
export type ServerOptions =
  | {
      /** Name or address of a node or of the cluster, with a port where it is not 443: `name` or `name:port`. */
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
