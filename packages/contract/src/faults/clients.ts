import { existsSync } from "node:fs";
import { coreFor, extras, signInByOneOf, type ClientOptions, type Core, type Kind } from "@vendor-sdks/runtime";
import type { AnyClient } from "../suite/suite.ts";
import type { StillClock } from "./clock.ts";

export interface FaultClient extends AnyClient {
  readonly core: Core;
}

/** A package's client class, which takes options or a core. */
export type ClientClass = new (options: never) => FaultClient;

export interface Given extends ClientOptions {
  readonly baseUrl: string;
  readonly credentials?: object | undefined;
}

/** A client as users make it. */
export function plainClient(Client: ClientClass, options: Given): FaultClient {
  return new Client(options as never);
}

/** The same on a clock of the test's own, which only a core takes. */
export function timedClient(
  Client: ClientClass,
  kinds: readonly Kind[],
  { credentials, ...options }: Given,
  clock: Pick<StillClock, "now" | "random">,
): FaultClient {
  const { service } = plainClient(Client, { baseUrl: options.baseUrl }).core;
  const signIn = credentials === undefined ? undefined : signInByOneOf(kinds, credentials);
  return new Client(coreFor(service, { ...options, signIn, extras }, clock) as never);
}

/** The kinds of credentials as the package was generated with them. */
export async function kindsOf(folder: URL): Promise<readonly Kind[]> {
  const file = new URL("src/generated/credentials.ts", folder);
  // A service may ask for no credentials at all.
  if (!existsSync(file)) return [];
  const { kinds } = (await import(file.href)) as { readonly kinds: readonly Kind[] };
  return kinds;
}
