// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { type Core, coreFor, type CoreOptions, type Service } from "@vendor-sdks/runtime";

export const service: Service = {
  name: "openziti",
  server: "https://{host}:{port}/edge/client/v1",
  variables: { port: "1280" },
};

/** Where the appliance is: what its address is made of, or its whole base URL. */
export type ServerOptions =
  | {
      /** Name or address of the controller. */
      readonly host: string;
      /** Port of the controller's edge API. Default: "1280". */
      readonly port?: string | undefined;
      readonly baseUrl?: undefined;
    }
  | {
      readonly host?: undefined;
      readonly port?: undefined;
      /** The whole base URL, path included. */
      readonly baseUrl: string;
    };

/** Makes what standalone operations are called with. */
export function createCore(options: CoreOptions<ServerOptions>): Core {
  return coreFor(service, options);
}
