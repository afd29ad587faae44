// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { type Core, coreFor, type CoreOptions, rateLimit, type Service } from "@vendor-sdks/runtime";

export const service: Service = {
  name: "user-session-management",
  server: "{protocol}://{host}/api/cluster/v2",
  variables: { protocol: "https" },
  retryStatuses: [556],
  rateLimit: /* @__PURE__ */ rateLimit("X-RateLimit-Reset", "timestamp", 1000000, "X-RateLimit-Remaining"),
};

/** Where the appliance is: what its address is made of, or its whole base URL. */
export type ServerOptions =
  | {
      /** Full name of the cluster's host, with a port where it is not the usual one: `name` or `name:port`. */
      readonly host: string;
      /** With `http`, the token of every request travels in the clear. Default: "https". */
      readonly protocol?: "https" | "http" | undefined;
      readonly baseUrl?: undefined;
    }
  | {
      readonly host?: undefined;
      readonly protocol?: undefined;
      /** The whole base URL, path included. */
      readonly baseUrl: string;
    };

/** Makes what standalone operations are called with. */
export function createCore(options: CoreOptions<ServerOptions>): Core {
  return coreFor(service, options);
}
