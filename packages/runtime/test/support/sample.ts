import { soleJsonBody } from "../../src/bodies/sole-json-body.ts";
import { type Call, call } from "../../src/call.ts";
import type { Clock } from "../../src/clock.ts";
import { type Core, coreFor, type SignIn } from "../../src/core.ts";
import type { Extra } from "../../src/observer.ts";
import { diagnosticsFor } from "../../src/diagnostics/diagnostics.ts";
import { middleware } from "../../src/stages/middleware.ts";
import { redirects } from "../../src/stages/redirect.ts";
import { validation } from "../../src/stages/validation.ts";
import type { Operation, Service } from "../../src/operation.ts";
import type { CallOptions, ClientOptions } from "../../src/options.ts";
import type { Where } from "../../src/server.ts";
import type { Failure, Success, Undeclared } from "../../src/result.ts";

/** What clients bring along. */
export const extras: readonly Extra[] = [diagnosticsFor({}), middleware, redirects, validation];

export const service: Service = { name: "shop", server: "http://{host}" };
const baseUrl = "http://shop.test";

export interface Item {
  readonly id: string;
}
export interface Problem {
  readonly message: string;
}
export type GetItemResult = Success<200, Item> | Failure<404, Problem> | Undeclared;

export const getItem: Operation = {
  id: "getItem",
  method: "GET",
  path: "/items/{id}",
  responses: { 200: "application/json", 404: "application/json" },
};
export const createItem: Operation = {
  id: "createItem",
  method: "POST",
  path: "/items",
  body: soleJsonBody,
  responses: { 201: "application/json", default: "application/json" },
};

/** A clock that stands still until it is moved, with pauses that take no time. */
export function stillClock(start: number = Date.parse("2030-01-01T00:00:00Z")): Clock & { pass(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    random: () => 0,
    pass(milliseconds) {
      now += milliseconds;
    },
  };
}

export interface Given extends ClientOptions, Where {
  readonly service?: Service;
  readonly signIn?: SignIn | undefined;
  readonly extras?: readonly Extra[];
}

/** A core as clients have it, whose pauses between attempts take no time. */
export function makeCore(options: Given, clock: Clock = stillClock()): Core {
  const { service: own = service, ...rest } = options;
  return coreFor(own, { baseUrl, extras, ...rest }, clock);
}

export function get(core: Core, options?: CallOptions, id = "a"): Call<Item, GetItemResult> {
  return call(core, getItem, { id }, options);
}

export function post(core: Core, body: unknown, options?: CallOptions): Call<Item, unknown> {
  return call(core, createItem, { body }, options);
}

/** The error that a promise rejects with; a promise that resolves fails the test. */
export async function errorOf<E = Error>(promise: Promise<unknown>): Promise<E> {
  const [outcome] = await Promise.allSettled([promise]);
  if (outcome.status === "fulfilled") throw new Error(`resolved to ${String(outcome.value)} instead of rejecting`);
  return outcome.reason as E;
}
