import { existsSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { repository } from "./repository.ts";
import { SPEC } from "./spec.ts";

test("what is written is up to date afterwards", () => {
  const { generate } = repository({ shop: SPEC });
  expect(generate()).toMatchObject({ code: 0, stderr: "" });
  expect(generate("--check")).toEqual({ code: 0, stdout: "What is emitted is up to date: shop\n", stderr: "" });
});

test("as many operations as come out of a spec are told, and how many it has", () => {
  const { generate } = repository({ shop: SPEC });
  expect(generate().stdout).toMatch(/^shop: 3 operations in, 3 out; \d+ files, \d+ changed\n/);
});

test("a check names each file that would change and writes none", () => {
  const { root, generate, put } = repository({ shop: SPEC });
  generate();
  const edited = "packages/shop/src/generated/operations/things.ts";
  put(edited, "// by hand\n");
  put("packages/shop/src/generated/groups/leftover.ts", "");
  const { code, stderr } = generate("--check");
  expect(code).toBe(1);
  expect(stderr).toContain(`  ${edited} (changed)\n`);
  expect(stderr).toContain("  packages/shop/src/generated/groups/leftover.ts (stale)\n");
  expect(readFileSync(join(root, edited), "utf8")).toBe("// by hand\n");
});

test("only files that change are written, and those of an earlier spec are removed", () => {
  const { root, generate, put } = repository({ shop: SPEC });
  generate();
  const untouched = join(root, "packages/shop/src/generated/types.ts");
  const long = new Date("2001-01-01");
  utimesSync(untouched, long, long);
  put("packages/shop/src/generated/groups/leftover.ts", "");
  put("specs/shop/openapi.yaml", SPEC.replace("What the shop has.", "What it has."));
  const { stdout } = generate();
  expect(stdout).toContain("  removed src/generated/groups/leftover.ts\n");
  expect(stdout).toContain("  changed src/generated/groups/things.ts\n");
  expect(stdout).not.toContain("types.ts");
  expect(statSync(untouched).mtime).toEqual(long);
  expect(existsSync(join(root, "packages/shop/src/generated/groups/leftover.ts"))).toBe(false);
});

test("all problems of all specs are told with their places, and nothing is written", () => {
  const wrong = SPEC.replace("operationId: deleteThing\n", "operationId: [deleteThing]\n").replace(
    "in: header",
    "in: heder",
  );
  const { root, generate } = repository({ fine: SPEC, wrong, worse: "openapi: [3.1.0" });
  const { code, stderr } = generate();
  expect(code).toBe(1);
  expect(stderr).toMatch(/specs\/wrong\/openapi\.yaml:31:7 error \[wrong-type\]/);
  expect(stderr).toMatch(/specs\/wrong\/openapi\.yaml:37:28 error \[invalid-value\]/);
  expect(stderr).toMatch(/specs\/worse\/openapi\.yaml:1:\d+ error \[/);
  expect(stderr).toMatch(/\d errors?\nNothing was written\.\n$/);
  expect(existsSync(join(root, "packages"))).toBe(false);
});

test("a vendor without a spec is told, with those that have one", () => {
  const { generate } = repository({ shop: SPEC });
  expect(generate("shoop")).toEqual({ code: 1, stdout: "", stderr: "There is no spec of shoop. There are: shop\n" });
});

test("an unknown option is told, with how the command is used", () => {
  const { code, stderr } = repository({ shop: SPEC }).generate("--chek");
  expect(code).toBe(1);
  expect(stderr).toContain("--chek");
  expect(stderr).toContain("pnpm generate [vendor…]");
});

test("what clients cannot do is refused with its place", () => {
  const { generate } = repository({
    shop: SPEC.replace(
      "in: header, description: A mark., schema: { type: string }",
      "in: header, content: { csv: {} }",
    ),
  });
  const { code, stderr } = generate();
  expect(code).toBe(1);
  expect(stderr).toContain('error [invalid-value] "csv" is no media type');
});
