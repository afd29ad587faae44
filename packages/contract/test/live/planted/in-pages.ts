import { type Change, type Fields, list, on, type Planted, without } from "./plant.ts";

// Each style of pagination in every way that an appliance can have it otherwise.

const BY_OFFSET = "/paths/~1devices/get/x-sdk-pagination";
const BY_CURSOR = "/paths/~1events/get/x-sdk-pagination";
const BY_PAGE = "/paths/~1volumes/get/x-sdk-pagination";

const events: Pick<Planted, "operation" | "status"> = { operation: "listEvents", status: 200 };
const volumes: Pick<Planted, "operation" | "status"> = { operation: "listVolumes", status: 200 };

const refused = { status: 400, body: { code: "page", message: "No such page" } };

function marked(next: unknown): Change {
  return (answer) => ({ ...answer, body: { ...(answer.body as Fields), links: { next } } });
}

const ROWS = ["v1", "v2", "v3", "v4", "v5"].map((uuid) => ({ uuid }));

/** The rows of a page that is reckoned otherwise. */
function rows(slice: (page: number, size: number) => readonly object[]): Change {
  return (answer, query) => ({
    ...answer,
    body: slice(Number(query.get("page") ?? 1), Number(query.get("per_page") ?? 50)),
  });
}

export const IN_PAGES: readonly Planted[] = [
  {
    name: "pages that do not move",
    plant: on("GET /devices", (answer) => ({ ...answer, body: { items: [{ id: 1, kind: "disk" }], total: 3 } })),
    kind: "pagination-stuck",
    ...list,
    pointer: `${BY_OFFSET}/position`,
  },
  {
    name: "pages of another size",
    plant: on("GET /devices", (answer, query) => {
      const items = ["disk", "fan"].map((kind, index) => ({ id: Number(query.get("offset")) + index, kind }));
      return { ...answer, body: { items, total: 9 } };
    }),
    kind: "page-too-large",
    ...list,
    pointer: `${BY_OFFSET}/size`,
  },
  {
    name: "no number of all rows",
    plant: on("GET /devices", without("total")),
    kind: "pagination-rows",
    ...list,
    pointer: `${BY_OFFSET}/total`,
  },
  {
    name: "a number of all rows that is too large",
    plant: on("GET /devices", (answer) => ({ ...answer, body: { ...(answer.body as Fields), total: 8 } })),
    kind: "pagination-total",
    ...list,
    pointer: `${BY_OFFSET}/total`,
  },
  {
    name: "a number of all rows that is that of the page",
    plant: on("GET /devices", (answer) => {
      const { items } = answer.body as { readonly items: readonly unknown[] };
      return { ...answer, body: { items, total: items.length } };
    }),
    kind: "pagination-total",
    ...list,
    pointer: `${BY_OFFSET}/total`,
  },
  {
    name: "an offset that is refused",
    plant: on("GET /devices", (answer, query) =>
      Number(query.get("offset")) > 0 ? { ...refused, status: 422 } : answer,
    ),
    kind: "pagination-refused",
    operation: "listDevices",
    status: 422,
    pointer: `${BY_OFFSET}/position`,
  },
  {
    name: "a mark that leads to its own page",
    plant: on("GET /events", (answer, query) =>
      query.has("after") ? marked(query.get("after"))(answer, query) : answer,
    ),
    kind: "pagination-stuck",
    ...events,
    pointer: `${BY_CURSOR}/next`,
  },
  {
    name: "a mark that leads back to an earlier page",
    plant: on("GET /events", (answer, query) =>
      query.get("after") === "after-d" ? marked("after-b")(answer, query) : answer,
    ),
    kind: "pagination-stuck",
    ...events,
    pointer: `${BY_CURSOR}/next`,
  },
  {
    name: "a mark that changes nothing",
    plant: on("GET /events", (answer, query) => ({
      ...answer,
      body: { events: [{ id: "a" }, { id: "b" }], links: { next: `${query.get("after") ?? ""}+` } },
    })),
    kind: "pagination-stuck",
    ...events,
    pointer: `${BY_CURSOR}/position`,
  },
  {
    name: "a mark that is not taken",
    plant: on("GET /events", (answer, query) => (query.has("after") ? refused : answer)),
    kind: "pagination-refused",
    operation: "listEvents",
    status: 400,
    pointer: `${BY_CURSOR}/position`,
  },
  {
    name: "a row that the page before has had, after a mark",
    plant: on("GET /events", (answer, query) =>
      query.get("after") === "after-b"
        ? { ...answer, body: { events: [{ id: "b" }, { id: "c" }], links: { next: "after-c" } } }
        : answer,
    ),
    kind: "pagination-overlap",
    ...events,
    pointer: `${BY_CURSOR}/position`,
  },
  {
    name: "no mark of the next page where the document has it",
    plant: on("GET /events", (answer) => {
      const { links, ...body } = answer.body as { readonly links: Fields };
      return { ...answer, body: { ...body, paging: links } };
    }),
    kind: "pagination-short",
    ...events,
    pointer: `${BY_CURSOR}/next`,
  },
  {
    name: "a last page that no mark leads to",
    plant: on("GET /events", (answer, query) =>
      query.get("after") === "after-b" ? marked(null)(answer, query) : answer,
    ),
    kind: "pagination-short",
    ...events,
    pointer: `${BY_CURSOR}/next`,
  },
  {
    name: "a count of rows that goes unheeded",
    plant: on("GET /events", (answer) => ({
      ...answer,
      body: { events: ["a", "b", "c", "d", "e"].map((id) => ({ id })), links: { next: null } },
    })),
    kind: "page-too-large",
    ...events,
    pointer: `${BY_CURSOR}/size`,
  },
  {
    name: "a count of rows that is refused",
    plant: on("GET /events", (answer, query) => (query.has("count") ? refused : answer)),
    kind: "pagination-refused",
    operation: "listEvents",
    status: 400,
    pointer: `${BY_CURSOR}/size`,
  },
  {
    name: "the best count of rows is refused",
    plant: on("GET /events", (answer, query) => (query.get("count") === "100" ? refused : answer)),
    kind: "pagination-refused",
    operation: "listEvents",
    status: 400,
    pointer: `${BY_CURSOR}/size/best`,
  },
  {
    name: "rows under another name",
    plant: on("GET /events", (answer) => ({ ...answer, body: { events: {}, rows: [] } })),
    kind: "pagination-rows",
    ...events,
    pointer: `${BY_CURSOR}/items`,
  },
  {
    name: "pages that are counted from 0",
    plant: on(
      "GET /volumes",
      rows((page, size) => (size > 9 ? ROWS : ROWS.slice(page * size, (page + 1) * size))),
    ),
    kind: "pagination-short",
    ...volumes,
    pointer: `${BY_PAGE}/position`,
  },
  {
    name: "two pages of which both are the first",
    plant: on(
      "GET /volumes",
      rows((page, size) => ROWS.slice(Math.max(page - 2, 0) * size).slice(0, size)),
    ),
    kind: "pagination-stuck",
    ...volumes,
    pointer: `${BY_PAGE}/position`,
  },
  {
    name: "a number of the page that counts rows",
    plant: on(
      "GET /volumes",
      rows((page, size) => ROWS.slice(page - 1, page - 1 + size)),
    ),
    kind: "pagination-overlap",
    ...volumes,
    pointer: `${BY_PAGE}/position`,
  },
  {
    name: "a size of the page that goes unheeded",
    plant: on(
      "GET /volumes",
      rows((page) => (page === 1 ? ROWS : [])),
    ),
    kind: "page-too-large",
    ...volumes,
    pointer: `${BY_PAGE}/size`,
  },
  {
    name: "pages of at most three rows, whatever is asked for",
    plant: on(
      "GET /volumes",
      rows((page, size) => ROWS.slice((page - 1) * Math.min(size, 3)).slice(0, Math.min(size, 3))),
    ),
    kind: "page-too-small",
    ...volumes,
    pointer: `${BY_PAGE}/size/best`,
  },
  {
    name: "a page from which rows were taken out afterwards",
    plant: on(
      "GET /volumes",
      rows((page, size) => ROWS.slice((page - 1) * size, page * size).filter(({ uuid }) => size > 9 || uuid !== "v1")),
    ),
    kind: "pagination-short",
    ...volumes,
    pointer: `${BY_PAGE}/position`,
  },
  {
    name: "a page that is refused",
    plant: on("GET /volumes", (answer, query) => (Number(query.get("page")) > 1 ? refused : answer)),
    kind: "pagination-refused",
    operation: "listVolumes",
    status: 400,
    pointer: `${BY_PAGE}/position`,
  },
];
