import type { Fetch } from "@vendor-sdks/runtime";
import type { Violation } from "@vendor-sdks/mock-server";
import { operationAt } from "../openapi/spec.ts";
import { fetchFrom } from "./fetch-from.ts";
import { violationsOf, type Suite } from "./suite.ts";

export interface Steering {
  /** `Prefer` by operation: which answer the mock shall give. */
  readonly prefer?: Readonly<Record<string, string>>;
  /** Replaces an answer of the mock. */
  readonly answer?: (operationId: string, response: Response) => Promise<Response>;
}

export interface SteeredFetch {
  readonly fetch: Fetch;
  /** Everything that the mock had against what went through. */
  readonly violations: readonly Violation[];
  /** The headers of the last answer, by operation. */
  readonly headers: Readonly<Record<string, Headers>>;
}

/** A fetch that asks the mock for certain answers, for requests that the client makes by itself. */
export function steeredFetch(suite: Suite, { prefer = {}, answer }: Steering): SteeredFetch {
  const violations: Violation[] = [];
  const answered: Record<string, Headers> = {};
  return {
    violations,
    headers: answered,
    async fetch(url, init) {
      const { basePath } = suite.mock;
      const path = new URL(url).pathname.slice(basePath.length);
      const operationId = operationAt(suite.spec, init.method ?? "GET", path)?.id ?? "";
      const headers = new Headers(init.headers);
      const preference = prefer[operationId];
      if (preference !== undefined) headers.set("prefer", preference);
      const response = await fetchFrom(suite)(url, { ...init, headers });
      answered[operationId] = response.headers;
      violations.push(...violationsOf(response));
      return answer === undefined ? response : await answer(operationId, response);
    },
  };
}
