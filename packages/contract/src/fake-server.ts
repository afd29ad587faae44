import type { Fetch } from "@vendor-sdks/runtime";

/** A request as a server would see it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty without a body. */
  readonly body: string;
}

export interface FakeServer {
  /** What the client sends with. */
  readonly fetch: Fetch;
  readonly requests: readonly SeenRequest[];
}

/** Answers what a mock of the spec cannot: what servers do beside it, and one thing after another. */
export function fakeServer(answer: (request: SeenRequest, index: number) => Response): FakeServer {
  const requests: SeenRequest[] = [];
  return {
    requests,
    async fetch(url, init) {
      const request = new Request(url, init);
      const seen = {
        method: request.method,
        url,
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      };
      requests.push(seen);
      return answer(seen, requests.length - 1);
    },
  };
}

/** Each answer in its turn; a request too many is an error. */
export function inTurn(...answers: readonly Response[]): FakeServer {
  return fakeServer(({ method, url }, index) => {
    const answer = answers[index];
    if (answer === undefined) throw new Error(`No answer was prepared for ${method} ${url}`);
    return answer;
  });
}
