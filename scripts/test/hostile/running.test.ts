import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { beforeAll, expect, onTestFinished, test } from "vitest";
import { complaints } from "../types/compiler.ts";
import { generated } from "./generated.ts";
import { ALL_AT_ONCE } from "./payloads.ts";
import { filled, slotsOf } from "./slots.ts";
import { wholeSpec } from "./spec.ts";

let files: ReadonlyMap<string, string>;
let places = 0;

// One document with the hostile texts in every place where they are not refused.
beforeAll(() => {
  let document = wholeSpec();
  for (const slot of slotsOf(wholeSpec()).filter(({ is }) => is === "value")) {
    const next = filled(document, slot, ALL_AT_ONCE);
    const { codes } = generated(next);
    if (codes.length > 0) continue;
    document = next;
    places += 1;
  }
  files = generated(document).files;
}, 120_000);

test("hostile texts come through to the emitted files", () => {
  expect(places).toBeGreaterThan(80);
  expect([...files.values()].join("").split("pwned").length).toBeGreaterThan(100);
});

test("emitted files full of hostile texts compile strictly", { timeout: 120_000 }, () => {
  const sources = [...files].filter(([file]) => file.endsWith(".ts"));
  expect(complaints(Object.fromEntries(sources))).toEqual([]);
});

test("emitted files full of hostile texts do nothing when they are imported", () => {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  mkdirSync(join(folder, "node_modules/@vendor-sdks"), { recursive: true });
  symlinkSync(
    join(import.meta.dirname, "../../../packages/runtime"),
    join(folder, "node_modules/@vendor-sdks/runtime"),
  );
  const before = listing(folder);

  const modules = [...files.keys()]
    .filter((file) => file.endsWith(".ts"))
    .map((file) => pathToFileURL(join(folder, file)).href);
  const program = `const before = Object.getOwnPropertyNames(globalThis).length;
for (const module of ${JSON.stringify(modules)}) await import(module);
process.stdout.write(JSON.stringify([globalThis.pwned ?? null, {}.pwned ?? null, Object.getOwnPropertyNames(globalThis).length - before]));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: folder,
    encoding: "utf8",
  });

  expect(JSON.parse(said)).toEqual([null, null, 0]);
  expect(listing(folder)).toEqual(before);
  expect(existsSync("/tmp/stolen")).toBe(false);
});

function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
}
