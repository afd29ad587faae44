import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "tar";
import { expect, test } from "vitest";
import { differences } from "../../tarball/compare.ts";
import { readTarball } from "../../tarball/read.ts";
import { folderWith } from "../support/folder.ts";

function pack(cwd: string, entries: readonly string[]): string {
  const file = join(cwd, "it.tgz");
  create({ cwd, file, gzip: true, sync: true }, [...entries]);
  return file;
}

test("the files of a tarball are read with their paths in the package", () => {
  const cwd = folderWith({ "package/package.json": "{}", "package/dist/index.mjs": "1" });
  const read = readTarball(pack(cwd, ["package/package.json", "package/dist/index.mjs"]));
  expect(read.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
    ["package.json", "{}"],
    ["dist/index.mjs", "1"],
  ]);
});

test("a file beside the package's folder is refused", () => {
  const cwd = folderWith({ "package/package.json": "{}", "other.txt": "" });
  expect(() => readTarball(pack(cwd, ["package/package.json", "other.txt"]))).toThrow(
    "other.txt lies outside of the folder package/",
  );
});

test("a link is refused", () => {
  const cwd = folderWith({ "package/package.json": "{}" });
  symlinkSync("/etc/passwd", join(cwd, "package/link"));
  expect(() => readTarball(pack(cwd, ["package/package.json", "package/link"]))).toThrow(
    "package/link is no file, but of the type SymbolicLink",
  );
});

test("a file that is there twice is refused: which one would be meant?", () => {
  const cwd = folderWith({ "package/package.json": "{}" });
  expect(() => readTarball(pack(cwd, ["package/package.json", "package/package.json"]))).toThrow(
    "has package.json twice",
  );
});

test.each([
  ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  [
    "with other bytes in it",
    (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 40), Buffer.alloc(40), bytes.subarray(80)]),
  ],
  ["no archive at all", () => Buffer.from("hello")],
  ["empty", () => Buffer.alloc(0)],
])("a tarball that is %s is refused", (_, damage) => {
  const cwd = folderWith({
    "package/package.json": "{}",
    "package/a.txt": "a long text, and a long text\n".repeat(200),
  });
  const file = pack(cwd, ["package/package.json", "package/a.txt"]);
  writeFileSync(file, damage(readFileSync(file)));
  expect(() => readTarball(file)).toThrow(`${file} is no package's tarball`);
});

test("differences name the file, the line, the column and both sides, near the place in a long line", () => {
  const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
  const long = "x".repeat(5000);
  expect(
    differences(
      [file("a.txt", "one\ntwo\n"), file("b.txt", "same"), file("c.map", `${long}1`), file("gone.txt", "")],
      [file("a.txt", "one\ntoo\n"), file("b.txt", "same"), file("c.map", `${long}2`), file("new.txt", "")],
      ["ours", "theirs"],
    ),
  ).toEqual([
    'a.txt:2:2 is "two" in ours, and "too" in theirs',
    `c.map:1:5001 is "${"x".repeat(30)}1" in ours, and "${"x".repeat(30)}2" in theirs`,
    "gone.txt is in ours alone",
    "new.txt is in theirs alone",
  ]);
});
