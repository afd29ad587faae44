import { call } from "../../src/call.ts";
import type { Call } from "../../src/call.ts";
import type { Clock } from "../../src/clock.ts";
import type { Core } from "../../src/core.ts";
import type { Kind } from "../../src/credentials/kind.ts";
import { signInByOneOf } from "../../src/credentials/sign-in-by-one-of.ts";
import type { CallOptions, Fetch } from "../../src/options.ts";
import { guarded, open } from "./kinds.ts";
import { type Answer, type Reply, replying, type Sent } from "./replies.ts";
import { makeCore, stillClock } from "./sample.ts";

export const user = { username: "ops", password: "hunter22" };

/** An appliance in a function: it starts and ends sessions and knows which ones are alive. */
export class Appliance {
  readonly fetch: Fetch;
  readonly sent: Sent[];
  readonly alive: Set<string> = new Set();
  #count = 0;
  /** Answers in place of the usual ones, by "METHOD /path"; each is used once, the last one again and again. */
  readonly #own: Readonly<Record<string, Answer[]>>;

  constructor(own: Readonly<Record<string, readonly Answer[]>> = {}) {
    this.#own = Object.fromEntries(Object.entries(own).map(([key, answers]) => [key, [...answers]]));
    const { fetch, sent } = replying((each) => this.#answer(each));
    this.fetch = fetch;
    this.sent = sent;
  }

  /** The requests as "METHOD /path". */
  get log(): string[] {
    return this.sent.map(({ method, path }) => `${method} ${path}`);
  }

  count(request: string): number {
    return this.log.filter((each) => each === request).length;
  }

  async #answer(sent: Sent): Promise<Reply | undefined> {
    const own = this.#own[`${sent.method} ${sent.path}`];
    if (own !== undefined && own.length > 0) {
      const answer = own.length > 1 ? own.shift()! : own[0]!;
      const reply = typeof answer === "function" ? await answer(sent) : answer;
      if (reply !== usual) return reply;
    }
    return this.#usual(sent);
  }

  #usual({ method, path, headers }: Sent): Reply {
    if (path === "/session" && method === "POST") {
      const token = `session-token-${++this.#count}`;
      this.alive.add(token);
      return { json: { token } };
    }
    if (path.startsWith("/open/")) return { json: { id: "a" } };
    const token = headers.get("x-session") ?? headers.get("authorization")?.replace("Bearer ", "") ?? "";
    if (!this.alive.has(token)) return { status: 401, json: { message: "no session" } };
    if (path === "/session") this.alive.delete(token);
    return path === "/items/a" ? { json: { id: "a" } } : { status: 204 };
  }
}

/** Stands for what the appliance answers by itself. */
export const usual: Reply = {};

export interface Setup {
  readonly core: Core;
  readonly clock: ReturnType<typeof stillClock>;
  readonly warned: unknown[];
  /** Calls an operation that needs credentials. */
  call(options?: CallOptions): Call<unknown, unknown>;
  /** Calls one that needs none. */
  callOpen(): Call<unknown, unknown>;
}

export function signedIn(
  { fetch }: { readonly fetch: Fetch },
  kinds: Kind | readonly Kind[],
  given: object,
  more: Parameters<typeof makeCore>[0] = {},
): Setup {
  const clock: Clock & { pass(ms: number): void } = stillClock();
  const warned: unknown[] = [];
  const signIn = signInByOneOf([kinds].flat() as readonly Kind[], given);
  const logger = { warn: (message: string, details?: object) => warned.push(message, details) };
  const core = makeCore({ fetch, signIn, logger, ...more }, clock);
  return {
    core,
    clock,
    warned,
    call: (options) => call(core, guarded, { id: "a" }, options),
    callOpen: () => call(core, open, { id: "a" }, undefined),
  };
}
