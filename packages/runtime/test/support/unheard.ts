// Run as a program of its own, since a test runner has its own idea of unhandled rejections and of stack traces.
/// <reference types="node" />
import { setImmediate } from "node:timers/promises";
import { callPaged } from "../../src/paged-call.ts";
import { byOffset } from "../../src/paging.ts";
import type { Kind } from "../../src/credentials/kind.ts";
import { bearer } from "../../src/credentials/put.ts";
import { signIn } from "../../src/credentials/sign-in.ts";
import { takeFields } from "../../src/credentials/take-fields.ts";
import type { Middleware } from "../../src/stages/middleware.ts";
import { replying } from "./replies.ts";
import { type GetItemResult, get, getItem, type Item, makeCore } from "./sample.ts";
import type { Call } from "../../src/call.ts";
import { call } from "../../src/call.ts";

const unheard: string[] = [];
process.on("unhandledRejection", (error: Error) => unheard.push(error.name));

const failing = { status: 404, json: { message: "no" } };
const paged = { ...getItem, pagination: { style: byOffset, position: "offset", items: "/items" } } as const;
const plain = makeCore(replying(failing));
const list = (): ReturnType<typeof callPaged> => callPaged(plain, paged, { id: "a" }, undefined);
const heard = (promise: Promise<unknown>): Promise<void> =>
  promise.then(
    () => undefined,
    () => undefined,
  );

const scenes: Readonly<Record<string, () => unknown>> = {
  nobody: () => get(plain),
  awaited: () => heard(get(plain)),
  result: () => get(plain).result(),
  asResponse: () => get(plain).asResponse(),
  resultThatRejects: () => heard(call(plain, getItem, {}, undefined).result()),
  asResponseThatRejects: () => heard(call(plain, getItem, {}, undefined).asResponse()),
  pages: async () => {
    const walk = list().pages()[Symbol.asyncIterator]();
    await setImmediate();
    await heard(walk.next());
  },
  pagesNeverWalked: () => list().pages(),
  loop: () =>
    heard(
      (async () => {
        for await (const item of list()) throw new Error(`walked to ${String(item)}`);
      })(),
    ),
  lateAsResponse: async () => {
    const pending = get(plain);
    await Promise.resolve();
    await heard(pending.asResponse());
  },
  refusedAsResponse: async () => {
    const pending = get(plain);
    await heard(pending);
    await heard(pending.asResponse());
  },
};

const token: Kind = {
  name: "token",
  fields: { token: {} },
  authorize: (field) => ({ bearer: bearer(field["token"]) }),
  begin: takeFields,
};
const through: Middleware = async (request, next) => await next(request);
const layered = makeCore({
  ...replying(failing),
  service: { name: "shop", server: "http://{host}" },
  signIn: signIn(token, { token: "t" }),
  middleware: [through],
});
const secured = { ...getItem, security: [{ bearer: [] }] };

async function stackOf(
  start: () => Call<Item, GetItemResult>,
  use: (it: Call<Item, GetItemResult>) => Promise<unknown>,
): Promise<string> {
  async function theAwaitingFunction(): Promise<void> {
    await use(start());
  }
  try {
    await theAwaitingFunction();
  } catch (error) {
    return (error as Error).stack ?? "";
  }
  return "resolved";
}

const scene = process.argv[2] ?? "";
if (scene === "stacks") {
  const start = (): Call<Item, GetItemResult> => call(layered, secured, { id: "a" }, undefined);
  const cut = (): Promise<Response> => Promise.reject(new TypeError("fetch failed"));
  const refused = makeCore({ fetch: cut, retry: { limit: 0 } });
  console.log(
    JSON.stringify({
      plain: await stackOf(
        () => get(plain),
        (it) => it,
      ),
      layered: await stackOf(start, (it) => it),
      withResponse: await stackOf(
        () => get(plain),
        (it) => it.withResponse(),
      ),
      connection: await stackOf(
        () => get(refused),
        (it) => it,
      ),
      layeredConnection: await stackOf(
        () => call(layered, secured, { id: "a" }, { fetch: cut }),
        (it) => it,
      ),
      result: await stackOf(
        () => get(refused),
        (it) => it.result(),
      ),
    }),
  );
} else {
  void scenes[scene]?.();
  // Rejections are reported once the microtasks that follow on them are done.
  for (let turn = 0; turn < 20; turn++) await setImmediate();
  console.log(JSON.stringify(unheard));
}
