import { isDeepStrictEqual } from "node:util";
import { BASE, type BenchClient } from "./clients.ts";
import type { Fetch, PlannedCall, Plan } from "./plan.ts";

type MakeClients = (plan: Plan, fetch: Fetch) => Promise<Readonly<Record<string, BenchClient>>>;

/** Has every client make both calls: one that sends something else, or gives other data, must not be timed. Throws then. */
export async function checkClients(make: MakeClients, plan: Plan, stub: Fetch): Promise<void> {
  let request: Request | undefined;
  const clients = await make(plan, (input, init) => {
    // Kept as it is now: what was sent is used up, or let go of, afterwards.
    request = input instanceof Request ? input.clone() : new Request(input, init);
    return stub(input, init);
  });
  for (const [name, client] of Object.entries(clients)) {
    for (const call of ["get", "post"] as const) {
      request = undefined;
      const data = await client[call]();
      const seen = request === undefined ? "no request" : { ...(await partsOf(request, plan)), data: plain(data) };
      const expected = expectedOf(plan[call], plan);
      if (isDeepStrictEqual(seen, expected)) continue;
      const [was, not] = [JSON.stringify(seen), JSON.stringify(expected)];
      throw new Error(
        `${name}: ${plan[call].operation.operationId} did not do what it should:\n${was}\ninstead of\n${not}`,
      );
    }
  }
}

async function partsOf(request: Request, { credential: [name] }: Plan): Promise<object> {
  const { method, url, headers } = request;
  const { origin, pathname, searchParams } = new URL(url);
  const text = await request.text();
  return {
    method,
    path: origin + pathname,
    query: pairs(searchParams),
    credential: headers.get(name),
    type: text === "" ? undefined : headers.get("content-type")?.split(";")[0],
    body: text === "" ? undefined : (JSON.parse(text) as unknown),
  };
}

function expectedOf({ request: { method, target, body }, answer }: PlannedCall, { credential }: Plan): object {
  const { origin, pathname, searchParams } = new URL(BASE + target);
  return {
    method,
    path: origin + pathname,
    query: pairs(searchParams),
    credential: credential[1],
    type: body === undefined ? undefined : "application/json",
    body: body === undefined ? undefined : (JSON.parse(body) as unknown),
    data: answer,
  };
}

function pairs(search: URLSearchParams): string[] {
  return [...search].map(([name, value]) => `${name}=${value}`).toSorted();
}

/** Without bigint: a client of ours may give large integers as they are meant. */
function plain(data: unknown): unknown {
  const text = JSON.stringify(data, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value));
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}
