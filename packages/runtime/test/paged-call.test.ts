import { describe, expect, it } from "vitest";
import { AbortError } from "../src/errors/abort-error.ts";
import { ApiError } from "../src/errors/api-error.ts";
import { ParseError } from "../src/errors/parse-error.ts";
import { replying } from "./support/replies.ts";
import { errorOf, makeCore } from "./support/sample.ts";
import { byCursor, byOffset, byPage, counting, list } from "./support/list.ts";

async function all<T>(walk: AsyncIterable<T>, into: T[] = []): Promise<T[]> {
  for await (const each of walk) into.push(each);
  return into;
}
const paths = (sent: readonly { readonly path: string }[]): string[] => sent.map(({ path }) => path);

describe("a call that lists", () => {
  it("is one page as the server gives it when it is awaited", async () => {
    const { fetch, sent } = replying(counting(5));
    expect(await list(makeCore({ fetch }), byOffset)).toEqual({ items: [1, 2], total: 5 });
    expect(paths(sent)).toEqual(["/items"]);
  });

  it("is every item of every page when it is looped over", async () => {
    const { fetch } = replying(counting(7));
    expect(await all(list(makeCore({ fetch }), byOffset))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("is every page, with its data and response, when pages() is looped over", async () => {
    const { fetch } = replying(counting(4));
    const pages = await all(list(makeCore({ fetch }), byOffset).pages());
    expect(pages.map(({ items }) => items)).toEqual([[1, 2, 3], [4]]);
    expect(pages[0]?.data).toEqual({ items: [1, 2, 3], total: 4 });
    expect(pages[0]?.response.status).toBe(200);
  });

  it("asks for the largest pages when it is walked from the start", async () => {
    const { fetch, sent } = replying(counting(4));
    await all(list(makeCore({ fetch }), byOffset));
    expect(paths(sent)).toEqual(["/items?limit=3", "/items?offset=3&limit=3"]);
  });

  it("keeps the caller's own page size and the other arguments on every page", async () => {
    const { fetch, sent } = replying(counting(3));
    await all(list(makeCore({ fetch }), byOffset, { limit: 2, filter: "x" }));
    expect(paths(sent)).toEqual(["/items?limit=2&filter=x", "/items?offset=2&limit=2&filter=x"]);
  });

  it("begins where the caller says", async () => {
    const { fetch } = replying(counting(7));
    expect(await all(list(makeCore({ fetch }), byOffset, { offset: 5 }))).toEqual([6, 7]);
  });
});

it("what pages() gives may be walked again, which asks anew", async () => {
  const { fetch, sent } = replying(counting(4), counting(4), counting(4), counting(4));
  const pages = list(makeCore({ fetch }), byOffset).pages();
  for (let walk = 0; walk < 2; walk++) expect((await all(pages)).map(({ items }) => items)).toEqual([[1, 2, 3], [4]]);
  expect(paths(sent)).toEqual([
    "/items?limit=3",
    "/items?offset=3&limit=3",
    "/items?limit=3",
    "/items?offset=3&limit=3",
  ]);
});

describe("a walk", () => {
  it("asks for the next page only when the last is used up", async () => {
    const { fetch, sent } = replying(counting(6));
    const seen: number[] = [];
    for await (const item of list(makeCore({ fetch }), byOffset)) {
      seen.push(item);
      expect(sent).toHaveLength(item <= 3 ? 1 : 2);
    }
    expect(seen).toHaveLength(6);
  });

  it("asks for no more after break", async () => {
    const { fetch, sent } = replying(counting(9));
    for await (const item of list(makeCore({ fetch }), byOffset)) if (item === 3) break;
    expect(sent).toHaveLength(1);
  });

  it("begins with the answer that was awaited before", async () => {
    const { fetch, sent } = replying(counting(2));
    const call = list(makeCore({ fetch }), byOffset);
    await call;
    expect(await all(call)).toEqual([1, 2]);
    expect(sent).toHaveLength(1);
  });

  it("asks anew when it is not the first", async () => {
    const { fetch, sent } = replying(counting(2));
    const call = list(makeCore({ fetch }), byOffset, { filter: "x" });
    expect(await all(call)).toEqual([1, 2]);
    expect(await all(call)).toEqual([1, 2]);
    expect(paths(sent)).toEqual(["/items?limit=3&filter=x", "/items?limit=3&filter=x"]);
  });

  it("yields the items before a page that fails, then its error, and is over", async () => {
    const { fetch, sent } = replying({ json: { items: [1], next: "b" } }, { status: 404 });
    const seen: number[] = [];
    const walk = list(makeCore({ fetch }), byCursor)[Symbol.asyncIterator]();
    const error = await errorOf(
      (async () => {
        for (let step = await walk.next(); step.done !== true; step = await walk.next()) seen.push(step.value);
      })(),
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(seen).toEqual([1]);
    expect(await walk.next()).toEqual({ done: true, value: undefined });
    expect(sent).toHaveLength(2);
  });

  it("has the options on every page, the signal for the whole walk", async () => {
    const controller = new AbortController();
    const { fetch, sent } = replying(counting(9));
    const seen: number[] = [];
    const walk = list(makeCore({ fetch }), byOffset, {}, { signal: controller.signal, headers: { "x-run": "7" } });
    const error = await errorOf(
      (async () => {
        for await (const item of walk) if (seen.push(item) === 6) controller.abort();
      })(),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect(seen).toHaveLength(6);
    expect(sent.map(({ headers }) => headers.get("x-run"))).toEqual(["7", "7"]);
  });

  it("hands out no further item after an abort, though its page is there", async () => {
    const { fetch } = replying({ json: { items: [1, 2, 3], total: 3 } });
    const controller = new AbortController();
    const seen: number[] = [];
    const walk = async (): Promise<void> => {
      for await (const item of list(makeCore({ fetch }), byOffset, {}, { signal: controller.signal })) {
        seen.push(item);
        if (item === 2) controller.abort("enough");
      }
    };
    expect(await errorOf(walk())).toMatchObject({ name: "AbortError", cause: "enough" });
    expect(seen).toEqual([1, 2]);
  });

  it("has the total timeout for each page, not for all of them", async () => {
    const { fetch } = replying(
      { json: { items: [1], next: "b" } },
      { status: 503, headers: { "retry-after": "1" } },
      { json: { items: [2] } },
    );
    const walk = list(makeCore({ fetch }), byCursor, {}, { totalTimeout: 500 });
    expect(await errorOf(all(walk))).toMatchObject({ status: 503 });
  });

  it("of a call that was taken as a response is refused", async () => {
    const call = list(makeCore(replying(counting(2))), byOffset);
    const response = call.asResponse();
    expect(await errorOf(all(call))).toBeInstanceOf(TypeError);
    await response;
  });
});

describe("pages by offset", () => {
  it("end at the total", async () => {
    const { fetch, sent } = replying(counting(6));
    await all(list(makeCore({ fetch }), byOffset));
    expect(sent).toHaveLength(2);
  });

  it("move by what came, should the server grant less than was asked for", async () => {
    const { fetch, sent } = replying({ json: { items: [1, 2], total: 3 } }, { json: { items: [3], total: 3 } });
    expect(await all(list(makeCore({ fetch }), byOffset))).toEqual([1, 2, 3]);
    expect(sent[1]?.path).toBe("/items?offset=2&limit=3");
  });

  it("without a total end at a page that is shorter than the best size", async () => {
    const { total: _, ...withoutTotal } = byOffset;
    const { fetch, sent } = replying(counting(4));
    expect(await all(list(makeCore({ fetch }), withoutTotal))).toEqual([1, 2, 3, 4]);
    expect(sent).toHaveLength(2);
  });

  it("without a total go on to an empty page where more was asked for than may be granted", async () => {
    const { total: _, ...withoutTotal } = byOffset;
    const { fetch, sent } = replying({ json: { items: [1, 2, 3] } }, { json: { items: [4] } }, { json: { items: [] } });
    expect(await all(list(makeCore({ fetch }), withoutTotal, { limit: 100 }))).toEqual([1, 2, 3, 4]);
    expect(sent.map(({ path }) => path)).toEqual([
      "/items?limit=100",
      "/items?offset=3&limit=100",
      "/items?offset=4&limit=100",
    ]);
  });

  it("end at the total, not one item before it, where the first item is number 1", async () => {
    const { fetch, sent } = replying({ json: { items: [1, 2, 3], total: 4 } }, { json: { items: [4], total: 4 } });
    expect(await all(list(makeCore({ fetch }), { ...byOffset, first: 1 }))).toEqual([1, 2, 3, 4]);
    expect(paths(sent)).toEqual(["/items?limit=3", "/items?offset=4&limit=3"]);
  });

  it("end in an error when a page is empty though the total says that more is there", async () => {
    const { fetch, sent } = replying({ json: { items: [1], total: 5 } }, { json: { items: [], total: 5 } });
    expect(await errorOf(all(list(makeCore({ fetch }), byOffset)))).toBeInstanceOf(ParseError);
    expect(sent).toHaveLength(2);
  });

  it("are none where the list is empty", async () => {
    expect(await all(list(makeCore(replying({ json: { items: [], total: 0 } })), byOffset))).toEqual([]);
  });
});

describe("pages by number", () => {
  it("are counted from the first", async () => {
    const { fetch, sent } = replying({ json: { items: [1, 2, 3] } }, { json: { items: [4] } });
    expect(await all(list(makeCore({ fetch }), byPage))).toEqual([1, 2, 3, 4]);
    expect(paths(sent)).toEqual(["/items?limit=3", "/items?limit=3&page=2"]);
  });

  it("end at the total where there is one", async () => {
    const { fetch, sent } = replying(
      { json: { items: [1, 2, 3], total: 6 } },
      { json: { items: [4, 5, 6], total: 6 } },
    );
    expect(await all(list(makeCore({ fetch }), { ...byPage, total: "/total" }))).toHaveLength(6);
    expect(sent).toHaveLength(2);
  });
});

describe("pages by mark", () => {
  it.each([undefined, null, ""])("end where the next mark is %s", async (next) => {
    const { fetch, sent } = replying({ json: { items: [1], next: "b c" } }, { json: { items: [2], next } });
    expect(await all(list(makeCore({ fetch }), byCursor))).toEqual([1, 2]);
    expect(paths(sent)).toEqual(["/items", "/items?mark=b%20c"]);
  });

  it("go on over an empty page", async () => {
    const { fetch } = replying({ json: { items: [], next: "b" } }, { json: { items: [2] } });
    expect(await all(list(makeCore({ fetch }), byCursor))).toEqual([2]);
  });

  it("end in an error, not in a loop, when a mark comes again", async () => {
    const { fetch, sent } = replying({ json: { items: [1], next: "b" } }, { json: { items: [2], next: "b" } });
    const seen: number[] = [];
    const error = await errorOf(all(list(makeCore({ fetch }), byCursor), seen));
    expect(error).toBeInstanceOf(ParseError);
    expect(error.message).toContain("listItems");
    expect(seen).toEqual([1, 2]);
    expect(sent).toHaveLength(2);
  });

  it("end in an error when marks go round in a circle", async () => {
    const { fetch } = replying(({ url }) => ({ json: { items: [1], next: url.includes("mark=b") ? "c" : "b" } }));
    expect(await errorOf(all(list(makeCore({ fetch }), byCursor)))).toBeInstanceOf(ParseError);
  });
});

it("ends in an error when the items are not a list", async () => {
  expect(await errorOf(all(list(makeCore(replying({ json: { items: "none" } })), byOffset)))).toBeInstanceOf(
    ParseError,
  );
});

it("takes items that are left out for an empty list", async () => {
  expect(await all(list(makeCore(replying({ json: { total: 0 } })), byOffset))).toEqual([]);
});
