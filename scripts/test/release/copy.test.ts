import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commit, copyTree } from "../../release/copy.ts";
import { output } from "../../run/output.ts";
import { folderWith, snapshot } from "../support/folder.ts";

test("a copy has what git would take in as it lies there, and the original stays what it was", async () => {
  const from = folderWith({ "kept.txt": "old", "gone.txt": "", ".gitignore": "secret.txt\n" });
  await output("git", ["init", "--quiet"], from);
  await commit(from, "First");
  writeFileSync(join(from, "kept.txt"), "edited");
  writeFileSync(join(from, "new.txt"), "");
  writeFileSync(join(from, "secret.txt"), "");
  rmSync(join(from, "gone.txt"));
  const before = await output("git", ["status", "--short"], from);

  const to = join(folderWith({}), "copy");
  await copyTree(from, to);

  const files = Object.entries(snapshot(to)).filter(([file]) => !file.startsWith(".git/"));
  expect(Object.fromEntries(files)).toEqual({ ".gitignore": "secret.txt\n", "kept.txt": "edited", "new.txt": "" });
  expect(await output("git", ["status", "--short"], to)).toBe("");
  expect(await output("git", ["status", "--short"], from)).toBe(before);
});

test("the same tree is the same commit, whenever and wherever it is copied: changelogs name it", async () => {
  const from = folderWith({ "a.txt": "1" });
  await output("git", ["init", "--quiet"], from);
  const head = async (name: string, message: string): Promise<string> => {
    const to = join(folderWith({}), name);
    await copyTree(from, to);
    await commit(to, message);
    return output("git", ["log", "-1", "--format=%T %at %ct"], to);
  };
  expect(await head("one", "First")).toBe(await head("other", "Second"));
  expect(await head("one", "First")).toMatch(/ 946684800 946684800$/);
});
