import type { Fetch } from "../../src/options.ts";

/** A request as it was sent. */
export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as application/json. */
  readonly json?: unknown;
  readonly text?: string;
}

/** An answer, or what finds one; without one the request stays unanswered. */
export type Answer = Reply | ((sent: Sent) => Reply | undefined | Promise<Reply | undefined>);

export function headersOf({ headers, json }: Reply): Record<string, string> {
  return { ...(json === undefined ? {} : { "content-type": "application/json" }), ...headers };
}

export function bodyOf({ json, text }: Reply): string | undefined {
  return json === undefined ? text : JSON.stringify(json);
}

/** Gives the answers one after the other, the last one from then on. */
export function inTurn(answers: readonly Answer[]): (sent: Sent) => Promise<Reply | undefined> {
  let turn = 0;
  return async (sent) => {
    const answer = answers[Math.min(turn++, answers.length - 1)];
    return typeof answer === "function" ? answer(sent) : answer;
  };
}

/** A `fetch` that answers by itself, and the requests it was given. */
export function replying(...answers: readonly Answer[]): { readonly fetch: Fetch; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const next = inTurn(answers);
  return {
    sent,
    async fetch(url, init) {
      const { pathname, search } = new URL(url);
      const body = init.body === undefined ? "" : await new Response(init.body).text();
      const request = {
        method: init.method ?? "GET",
        path: pathname + search,
        url,
        headers: new Headers(init.headers),
        body,
      };
      sent.push(request);
      const reply = await next(request);
      if (reply === undefined) return unanswered(init.signal);
      const text = bodyOf(reply);
      return new Response(text === "" ? null : text, { status: reply.status ?? 200, headers: headersOf(reply) });
    },
  };
}

function unanswered(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(signal?.reason as Error);
    if (signal?.aborted === true) stop();
    signal?.addEventListener("abort", stop);
  });
}
