import { describe, expect, it } from "vitest";
import { bigint64 } from "../src/bigint64.ts";
import { ParseError } from "../src/errors/parse-error.ts";
import type { NumberCodec } from "../src/int64.ts";
import type { PagedOperation, Pagination } from "../src/operation.ts";
import { callPaged } from "../src/paged-call.ts";
import { form } from "../src/styles.ts";
import { byOffset, byPage, list } from "./support/list.ts";
import { type Answer, replying, type Sent } from "./support/replies.ts";
import { errorOf, makeCore } from "./support/sample.ts";

// Servers that give other pages than were asked for.

interface Walk {
  readonly seen: number[];
  /** The paths that were asked for. */
  readonly asked: string[];
}

async function walk(answer: Answer, pagination: Pagination, args: object = {}): Promise<Walk> {
  const { fetch, sent } = replying(answer);
  const seen: number[] = [];
  for await (const item of list(makeCore({ fetch }), pagination, args)) seen.push(item);
  return { seen, asked: sent.map(({ path }) => path) };
}

/** Rows from 1 on; `skip` and `limit` stand in a filter, and go before the query's offset and limit. */
function filtered(
  count: number,
  inFilter: { skip?: number; limit?: number },
  told: "told" | "untold" = "untold",
): Answer {
  return ({ url }: Sent) => {
    const query = new URL(url).searchParams;
    const offset = inFilter.skip ?? Number(query.get("offset") ?? 0);
    const limit = inFilter.limit ?? Number(query.get("limit") ?? 2);
    const items = rows(count).slice(offset, offset + limit);
    return { json: { items, total: count, ...(told === "told" ? { at: offset } : {}) } };
  };
}

function rows(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

const saying: Pagination = { ...byOffset, begins: "/at" };

describe("a walk over a filter that lifts the limit", () => {
  it("ends with the first page, which has all rows already", async () => {
    const { seen, asked } = await walk(filtered(8, { limit: Infinity }), byOffset);
    expect(seen).toEqual(rows(8));
    expect(asked).toHaveLength(1);
  });

  it("ends with the first page where the filter skips rows too and the answer says so", async () => {
    const { seen, asked } = await walk(filtered(8, { skip: 5, limit: Infinity }, "told"), saying);
    expect(seen).toEqual([6, 7, 8]);
    expect(asked).toHaveLength(1);
  });

  it("gives no row twice where the answer does not say so", async () => {
    const { seen, asked } = await walk(filtered(8, { skip: 2, limit: Infinity }), byOffset);
    expect(seen).toEqual([3, 4, 5, 6, 7, 8]);
    expect(asked).toHaveLength(2);
  });
});

describe("a walk over a filter with a limit of its own", () => {
  it("moves by the rows that came", async () => {
    const { seen, asked } = await walk(filtered(5, { limit: 2 }), byOffset);
    expect(seen).toEqual(rows(5));
    expect(asked).toEqual(["/items?limit=3", "/items?offset=2&limit=3", "/items?offset=4&limit=3"]);
  });
});

describe("a walk over a filter that skips", () => {
  it.each([
    ["and says so", filtered(9, { skip: 3 }, "told"), saying],
    ["and does not say so", filtered(9, { skip: 3 }), byOffset],
  ] as const)("ends in an error, not in the same rows again and again, when it %s", async (_, answer, pagination) => {
    const { fetch, sent } = replying(answer);
    const seen: number[] = [];
    const error = await errorOf(
      (async () => {
        for await (const item of list(makeCore({ fetch }), pagination)) seen.push(item);
      })(),
    );
    expect(error).toBeInstanceOf(ParseError);
    expect(error.message).toContain("the page that came before it");
    expect(seen).toEqual([4, 5, 6]);
    expect(sent).toHaveLength(2);
  });
});

describe("a walk whose total is written otherwise than as a number", () => {
  const granting =
    (size: number, total: unknown): Answer =>
    ({ url }) => {
      const offset = Number(new URL(url).searchParams.get("offset") ?? 0);
      return { json: { items: rows(5).slice(offset, offset + size), total } };
    };

  it("goes on to a total that is a text", async () => {
    expect((await walk(granting(2, "5"), byOffset)).seen).toEqual(rows(5));
  });

  it.each([-1, null, "many"])("goes on as without one where it is %j", async (total) => {
    const { seen, asked } = await walk(granting(3, total), byOffset);
    expect(seen).toEqual(rows(5));
    expect(asked).toHaveLength(2);
  });

  it("goes on to one that is a bigint", async () => {
    const { fetch } = replying(granting(2, 5), granting(2, 5), granting(2, 5));
    const operation = listOf(bigint64(["total"]));
    const seen: unknown[] = [];
    for await (const item of callPaged(makeCore({ fetch }), operation, {}, undefined)) seen.push(item);
    expect(seen).toEqual(rows(5));
  });
});

describe("a walk by page numbers", () => {
  it("counts the rows that came where the server grants fewer than were asked for", async () => {
    const twoAtATime: Answer = ({ url }) => {
      const page = Number(new URL(url).searchParams.get("page") ?? 1);
      return { json: { items: rows(7).slice((page - 1) * 2, page * 2), total: 7 } };
    };
    expect((await walk(twoAtATime, { ...byPage, total: "/total" })).seen).toEqual(rows(7));
  });

  it("that begins further on counts the pages before it", async () => {
    const answer: Answer = { json: { items: [7], total: 7 } };
    expect((await walk(answer, { ...byPage, total: "/total" }, { page: 3 })).asked).toHaveLength(1);
  });

  it.each([
    ["the server ignores the number", { json: { items: [1, 2, 3] } }, 1],
    ["pages are empty though the total says that more is there", { json: { items: [], total: 9 } }, 1],
  ])("ends in an error when %s", async (_, answer, most) => {
    const { fetch, sent } = replying(answer);
    const walked = async (): Promise<void> => {
      for await (const item of list(makeCore({ fetch }), { ...byPage, total: "/total" })) void item;
    };
    expect(await errorOf(walked())).toBeInstanceOf(ParseError);
    expect(sent.length).toBeLessThanOrEqual(most + 1);
  });
});

it("compares rows that hold bigints", async () => {
  const { fetch } = replying({
    text: '{"items":[{"id":9007199254740993}],"total":5}',
    headers: { "content-type": "application/json" },
  });
  const numbers = { parse: () => ({ items: [{ id: 9007199254740993n }], total: 5 }), stringify: JSON.stringify };
  const core = makeCore({ fetch });
  const operation = listOf(numbers);
  const walked = async (): Promise<void> => {
    for await (const item of callPaged(core, operation, {}, undefined)) void item;
  };
  expect((await errorOf(walked())).message).toContain("the page that came before it");
});

describe("a walk over rows that are all alike", () => {
  const alike: Answer = ({ url }: Sent) => {
    const offset = Number(new URL(url).searchParams.get("offset") ?? 0);
    return { json: { items: [7, 7], total: 6, at: offset } };
  };

  it("goes on where each page says that it begins elsewhere", async () => {
    const { seen, asked } = await walk(alike, saying, { limit: 2 });
    expect(seen).toEqual([7, 7, 7, 7, 7, 7]);
    expect(asked).toHaveLength(3);
  });

  it("ends in an error where nothing says so", async () => {
    expect(await errorOf(walk(alike, byOffset, { limit: 2 }))).toBeInstanceOf(ParseError);
  });
});

/** An operation that lists by offset, with numbers of its own. */
function listOf(numbers: NumberCodec): PagedOperation {
  return {
    id: "list",
    method: "GET",
    path: "/",
    query: { limit: form, offset: form },
    responses: { 200: "application/json" },
    numbers,
    pagination: byOffset,
  };
}
