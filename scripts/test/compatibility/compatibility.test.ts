import { expect, test } from "vitest";
import { runCompatibility } from "../../compatibility/command.ts";
import { folderWith, snapshot } from "../support/folder.ts";
import { createSink } from "../support/sink.ts";

const PAGE = "docs/compatibility.md";

function spec(operations: Readonly<Record<string, object>>): string {
  const paths = Object.entries(operations).map(([operationId, more]) => {
    const operation = { operationId, tags: ["Items"], responses: { "204": { description: "Done" } }, ...more };
    return [`/${operationId}`, { get: operation }];
  });
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Shop", version: "1.0" },
    servers: [{ url: "https://shop.example.com" }],
    tags: [{ name: "Items" }],
    paths: Object.fromEntries(paths) as object,
  });
}

function source(version: string | undefined, confidence: string): object {
  return { "x-sdk-source": { from: "the vendor's pages", ...(version !== undefined && { version }), confidence } };
}

function run(argv: readonly string[], operations: Readonly<Record<string, object>>, files = {}, version = "1.2.0") {
  const root = folderWith({
    "specs/shop/openapi.json": spec(operations),
    "specs/shop/evidence.yaml": "",
    "packages/shop/package.json": JSON.stringify({ name: "@x/shop", version }),
    ...files,
  });
  const sink = createSink();
  return { code: runCompatibility(argv, root, sink), ...sink.said(), page: snapshot(root)[PAGE] ?? "" };
}

test("operations stand in a row with the release that their source speaks of, newer releases further down", () => {
  const { code, page } = run(["--update"], {
    a: source("7.10", "observed"),
    b: source("7.2", "documented"),
    c: source("7.2", "documented"),
  });
  expect(code).toBe(0);
  expect(page.split("\n").slice(-3)).toEqual([
    "| @x/shop | 1.2.0 | Shop | 7.2 | `b`, `c` | documented |",
    "| @x/shop | 1.2.0 | Shop | 7.10 | `a` | observed |",
    "",
  ]);
});

test("many operations are counted", () => {
  const many = Object.fromEntries(["a", "b", "c", "d", "e"].map((id) => [id, source("7.2", "documented")]));
  expect(run(["--update"], many).page).toContain("| 7.2 | 5 operations | documented |");
});

test("what names no release, and what has no source, is not left out", () => {
  const { page } = run(["--update"], { a: source(undefined, "inferred"), b: {} }, {}, "0.0.0");
  expect(page).toContain("| @x/shop | not released yet | Shop | no release named | `a` | inferred |");
  expect(page).toContain("| no release named | `b` | without a source |");
});

test("a page that is not what the specs say fails, and nothing is written", () => {
  const old = { [PAGE]: "an old page" };
  const { code, err, page } = run([], { a: source("7.2", "documented") }, old);
  expect({ code, page }).toEqual({ code: 1, page: "an old page" });
  expect(err).toContain("Run `pnpm compatibility --update`");
});

test("a page that is what the specs say passes", () => {
  const operations = { a: source("7.2", "documented") };
  const { page } = run(["--update"], operations);
  expect(run([], operations, { [PAGE]: page }).code).toBe(0);
});
