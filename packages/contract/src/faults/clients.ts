import { existsSync } from "node:fs";
import { coreFor, signInByOneOf, type ClientOptions, type Core, type Extra, type Kind } from "@vendor-sdks/runtime";
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
  { kinds, extras }: Generated,
  { credentials, ...options }: Given,
  clock: Pick<StillClock, "now" | "random">,
): FaultClient {
  const { service } = plainClient(Client, { baseUrl: options.baseUrl }).core;
  const signIn = credentials === undefined ? undefined : signInByOneOf(kinds, credentials);
  return new Client(coreFor(service, { ...options, signIn, extras }, clock) as never);
}

/** What a package was generated with: its kinds of credentials, and what its clients bring along. */
export interface Generated {
  readonly kinds: readonly Kind[];
  readonly extras: readonly Extra[];
}

export async function generatedIn(folder: URL): Promise<Generated> {
  const file = (name: string): string => new URL(`src/generated/${name}.ts`, folder).href;
  const { extras } = (await import(file("extras"))) as Pick<Generated, "extras">;
  // A service may ask for no credentials at all.
  if (!existsSync(new URL(file("credentials")))) return { kinds: [], extras };
  const { kinds } = (await import(file("credentials"))) as Pick<Generated, "kinds">;
  return { kinds, extras };
}
