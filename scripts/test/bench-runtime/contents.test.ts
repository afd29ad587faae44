import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundle, PROGRAM } from "../../bench-runtime/bundle/build.ts";
import { contentsOf } from "../../bench-runtime/bundle/contents.ts";
import { decodeMappings } from "../../bench-runtime/bundle/mappings.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "bench-contents-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const WORDS = "the quick brown fox jumps over the lazy dog and the packs of liquor jugs";

test("every byte of a bundle is counted for one source, and what is not used for none", async () => {
  const folder = folderWith({
    "used.js": `export const used = given => given + ${JSON.stringify(WORDS)}; export const unused = 1;`,
    "left-out.js": "export const leftOut = 2;",
  });
  const program = `import { used } from "./used.js"; import { leftOut } from "./left-out.js"; console.log(used("é"));`;
  const made = await bundle(program, folder);
  const contents = contentsOf(made, folder);
  expect(contents.reduce((sum, { min }) => sum + min, 0)).toBe(made.min);
  expect(made.min).toBe(Buffer.byteLength(made.text));
  expect(contents.map(({ source }) => basename(source))).toEqual(["used.js", PROGRAM]);
  expect(contents[0]?.min).toBeGreaterThan(WORDS.length);
});

test("the gzip bytes of a source are those that go with it: few where another says the same", async () => {
  const statement = `console.log(${JSON.stringify(WORDS)});`;
  const folder = folderWith({ "first.js": statement, "second.js": statement });
  const alone = contentsOf(await bundle(`import "./first.js";`, folder), folder);
  const twice = contentsOf(await bundle(`import "./first.js"; import "./second.js";`, folder), folder);
  const gzipOf = (contents: typeof alone): number =>
    contents.find(({ source }) => source.endsWith("first.js"))?.gzip ?? NaN;
  expect(gzipOf(twice)).toBeLessThan(gzipOf(alone) / 2);
});

test("mappings tell where each source begins, over lines, with sources counted up and down", () => {
  // columns 0 and 4 of the first line from sources 0 and 1; column 2 of the second from none, column 3 from source 0
  expect(decodeMappings("AAAA,ICAA;E,CDAA", "ab cdef\nghijk")).toEqual([
    { at: 0, source: 0 },
    { at: 4, source: 1 },
    { at: 10, source: undefined },
    { at: 11, source: 0 },
  ]);
});

test("numbers of several digits are read lowest digit first", () => {
  expect(decodeMappings("gCAAA", "x".repeat(40))).toEqual([{ at: 32, source: 0 }]);
});

test("a mapping that is no base64 is refused", () => {
  expect(() => decodeMappings("A?AA", "x")).toThrow("no segment of a source map");
});
