import { describe, expect, test } from "vitest";
import type { OperationCase } from "../cases.ts";
import { listOf, objectOf, textOf, valueAt, withValueAt } from "../openapi/json.ts";
import { entranceTo } from "./credentials.ts";
import { expectRequests } from "./expect-request.ts";
import { steeredFetch, type SteeredFetch } from "./steered-fetch.ts";
import { callPagedOperation, specOperation, type Suite } from "./suite.ts";

/** What `x-sdk-pagination` says of an operation. */
interface Pagination {
  readonly style: string;
  readonly position: string;
  readonly size: { readonly parameter: string; readonly best: number } | undefined;
  readonly first: number;
  /** JSON pointers into the answer. */
  readonly items: string;
  readonly total: string | undefined;
  readonly begins: string | undefined;
  readonly next: string | undefined;
}

const FULL_PAGES = 2;
const ROWS_OF_THE_LAST = 3;

/** The walk through a list of three pages, the last one short. */
export function describePages(suite: Suite, operation: OperationCase): void {
  const pagination = paginationOf(suite, operation);
  const { size } = pagination;
  const walks = async (pageSize: number, given: object, isSilent = false): Promise<void> => {
    const pages = pagesOf(operation, pagination, pageSize, isSilent);
    const { client, expectAsked } = listing(suite, operation, pages);
    const rows: unknown[] = [];
    for await (const row of callPagedOperation(client, operation, { ...operation.arguments.required, ...given })) {
      rows.push(row);
    }
    expect(rows).toHaveLength(FULL_PAGES * pageSize + ROWS_OF_THE_LAST);
    await expectAsked(argumentsOfPages(operation, pagination, pageSize, given));
  };

  describe("is walked", () => {
    test("to its end, by the largest pages there are", async () => walks(size?.best ?? 10, {}));
    if (size !== undefined) {
      test("by pages of the size that the caller wants", async () => walks(7, { [size.parameter]: 7 }));
    }
    if (pagination.total !== undefined || pagination.begins !== undefined) {
      test("to its end, by answers that say nothing of themselves", async () => {
        await walks(size?.best ?? 10, {}, true);
      });
    }
    if (pagination.style !== "cursor") {
      test("no longer than its position counts", async () => {
        const [first] = pagesOf(operation, pagination, size?.best ?? 10, true);
        const { client } = listing(suite, operation, [first, first]);
        const pages = callPagedOperation(client, operation, operation.arguments.required).pages();
        const walk = pages[Symbol.asyncIterator]();
        await walk.next();
        await expect(walk.next()).rejects.toThrow("it is the page that came before it");
      });
    }
    test("no further than the caller reads", async () => {
      const pageSize = size?.best ?? 10;
      const { client, expectAsked } = listing(suite, operation, pagesOf(operation, pagination, pageSize));
      for await (const page of callPagedOperation(client, operation, operation.arguments.required).pages()) {
        expect(page.items).toHaveLength(pageSize);
        break;
      }
      await expectAsked(argumentsOfPages(operation, pagination, pageSize, {}).slice(0, 1));
    });
  });
}

function paginationOf(suite: Suite, { operationId }: OperationCase): Pagination {
  const { style, position, size, first, items, total, begins, next } = objectOf(
    specOperation(suite, operationId).value["x-sdk-pagination"],
  );
  const { parameter, best } = objectOf(size);
  return {
    style: textOf(style) ?? "",
    position: textOf(position) ?? "",
    size: typeof best === "number" ? { parameter: textOf(parameter) ?? "", best } : undefined,
    first: typeof first === "number" ? first : 0,
    items: pointerIn(items) ?? "",
    total: pointerIn(total),
    begins: pointerIn(begins),
    next: pointerIn(next),
  };
}

function pointerIn(expression: unknown): string | undefined {
  return textOf(expression)?.replace(/^\$response\.body#/, "");
}

/** Answers with rows: an example of the spec, its row repeated, and what it says about itself put right, or left out. */
function pagesOf(
  { operationId, answers }: OperationCase,
  pagination: Pagination,
  size: number,
  isSilent = false,
): unknown[] {
  const { items, total, begins, next } = pagination;
  const examples = answers.filter(({ code }) => code < 300).flatMap((answer) => answer.examples);
  const example = examples.find(({ value }) => listOf(valueAt(value, items)).length > 0);
  if (example === undefined) throw new Error(`No example of ${operationId} has a row in it`);
  const [row] = listOf(valueAt(example.value, items));
  return Array.from({ length: FULL_PAGES + 1 }, (_, index) => {
    const isLast = index === FULL_PAGES;
    let page = withValueAt(
      example.value,
      items,
      Array.from({ length: isLast ? ROWS_OF_THE_LAST : size }, (_, place) => rowAt(row, index * size + place)),
    );
    const said = (value: number): number | undefined => (isSilent ? undefined : value);
    if (total !== undefined) page = withValueAt(page, total, said(FULL_PAGES * size + ROWS_OF_THE_LAST));
    if (begins !== undefined) page = withValueAt(page, begins, said(index * size));
    if (next !== undefined) page = withValueAt(page, next, isLast ? null : markOf(index + 1));
    return page;
  });
}

/** A row that is no other's copy: answers may hold fields that the spec does not know. */
function rowAt(row: unknown, place: number): unknown {
  return typeof row === "object" && row !== null ? { ...row, "example-row": place } : row;
}

function markOf(page: number): string {
  return `example-mark-${page}`;
}

/** What each page has to be asked with. */
function argumentsOfPages(operation: OperationCase, pagination: Pagination, pageSize: number, given: object): object[] {
  const { style, position, size, first } = pagination;
  const common = {
    ...operation.arguments.required,
    ...(size === undefined ? {} : { [size.parameter]: pageSize }),
    ...given,
  };
  const step = style === "offset" ? pageSize : 1;
  const positionOf = (page: number): unknown => (style === "cursor" ? markOf(page) : first + page * step);
  return Array.from({ length: FULL_PAGES + 1 }, (_, page) =>
    page === 0 ? common : { ...common, [position]: positionOf(page) },
  );
}

interface Listing {
  readonly client: ReturnType<Suite["client"]>;
  readonly expectAsked: (pages: readonly object[]) => Promise<void>;
}

/** The mock judges each request, and the pages take the place of what it answers, one after the other. */
function listing(suite: Suite, operation: OperationCase, pages: readonly unknown[]): Listing {
  const { operationId } = operation;
  const { options, authorization } = entranceTo(suite, specOperation(suite, operationId));
  let served = 0;
  suite.mock.clear();
  const steered: SteeredFetch = steeredFetch(suite, {
    async answer(_, response) {
      await response.body?.cancel();
      served += 1;
      return Response.json(pages[served - 1] ?? {}, { status: pages.length < served ? 500 : 200 });
    },
  });
  return {
    client: suite.client({ ...options(), fetch: steered.fetch }),
    async expectAsked(expected) {
      const requests = expected.map((args) => ({ operationId, args: { ...args }, authorization }));
      await expectRequests(suite, requests);
      expect(steered.violations).toEqual([]);
    },
  };
}
