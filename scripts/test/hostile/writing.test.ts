import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";
import { root } from "../../bin.ts";
import { runGenerate } from "../../generate/command.ts";
import { repository } from "../emit/repository.ts";
import { PAYLOADS } from "./payloads.ts";
import { filled, type Slot, slotsOf } from "./slots.ts";
import { wholeSpec } from "./spec.ts";

const texts = Object.values(PAYLOADS).filter((text) => text.length < 1000);

// Where a text of the spec becomes a name: of a group, of an operation, of a schema.
const names: readonly Slot[] = slotsOf(wholeSpec()).filter(
  ({ way, is }) =>
    (is === "value" && (way.at(-1) === "operationId" || way.at(-2) === "tags")) ||
    (is === "name" && way.at(-2) === "schemas"),
);

test("nothing is written outside the packages, whatever their names are made of", { timeout: 120_000 }, () => {
  const { root: folder, put, generate } = repository({});
  for (const text of texts) {
    for (const slot of names) {
      put("specs/shop/openapi.yaml", JSON.stringify(filled(wholeSpec(), slot, text)));
      generate();
    }
  }
  const written = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  expect(written.filter((file) => !/^(?:specs|packages)(?:\/shop(?:\/|$)|$)/.test(file))).toEqual([]);
  expect(written.filter((file) => /\.(?:new|old|tmp)$/.test(file))).toEqual([]);
  expect(readdirSync(join(folder, ".."))).not.toContain("stolen");
});

test("a package of its own stays in its folder, whatever its names are made of", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spec = join(folder, "spec.json");
  const silent = { write: () => undefined };
  for (const text of texts) {
    for (const slot of names) {
      writeFileSync(spec, JSON.stringify(filled(wholeSpec(), slot, text)));
      runGenerate(["--spec", spec, "--name", "@acme/shop", "--out", join(folder, "out")], root, {
        stdout: silent,
        stderr: silent,
      });
    }
  }
  expect(readdirSync(folder).toSorted()).toEqual(["out", "spec.json"]);
  expect(readdirSync(join(folder, ".."))).not.toContain("stolen");
});
