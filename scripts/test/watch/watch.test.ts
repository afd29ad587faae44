import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, onTestFinished, test, vi } from "vitest";
import { watchSpecs } from "../../generate/watch.ts";
import { SPEC } from "../emit/spec.ts";
import { run } from "../mock/run.ts";
import { folderWith } from "../support/folder.ts";

interface Watching {
  readonly root: string;
  /** Resolves when the command has said so since it was asked last. */
  readonly until: (text: string) => Promise<void>;
}

async function watching(files: Readonly<Record<string, string>>, services: readonly string[]): Promise<Watching> {
  const root = folderWith(files);
  const controller = new AbortController();
  let said = "";
  let read = 0;
  const output = { write: (text: string) => (said += text) };
  const ended = watchSpecs(services, root, { stdout: output, stderr: output }, controller.signal);
  onTestFinished(() => {
    controller.abort();
    return ended;
  });
  const until: Watching["until"] = async (text) => {
    await vi.waitFor(() => expect(said.slice(read)).toContain(text), { timeout: 4000, interval: 5 });
    read = said.length;
  };
  await until("Ctrl-C ends it");
  return { root, until };
}

const SHOP = "specs/shop/openapi.yaml";

test("a spec that is saved is generated again, and only the files that change are written", async () => {
  const { root, until } = await watching({ [SHOP]: SPEC }, ["shop"]);
  const untouched = join(root, "packages/shop/src/generated/types.ts");
  const long = new Date("2001-01-01");
  utimesSync(untouched, long, long);
  writeFileSync(join(root, SHOP), SPEC.replace("List things", "All things"));
  await until("changed src/generated/operations/things.ts");
  expect(statSync(untouched).mtime).toEqual(long);
});

test("a spec may be replaced by another file again and again, which is how editors save", async () => {
  const { root, until } = await watching({ [SHOP]: SPEC }, ["shop"]);
  for (const title of ["First", "Second", "Third"]) {
    writeFileSync(join(root, "specs/shop/.new"), SPEC.replace("List things", title));
    renameSync(join(root, "specs/shop/.new"), join(root, SHOP));
    await until("changed src/generated/operations/things.ts");
    expect(readFileSync(join(root, "packages/shop/src/generated/operations/things.ts"), "utf8")).toContain(title);
  }
});

test("what is wrong is told, and the next save is generated from", async () => {
  const { root, until } = await watching({ [SHOP]: SPEC }, ["shop"]);
  writeFileSync(join(root, SHOP), SPEC.replace("in: header", "in: heder"));
  await until("shop: nothing was written");
  rmSync(join(root, SHOP));
  await until("There is no spec of shop");
  writeFileSync(join(root, SHOP), SPEC.replace("List things", "All things"));
  await until("changed src/generated/operations/things.ts");
});

test("the files that a spec refers to are watched, in folders that come later, too", async () => {
  const { root, until } = await watching({ [SHOP]: SPEC }, ["shop"]);
  mkdirSync(join(root, "specs/shop/parts"));
  await until("0 changed");
  writeFileSync(join(root, "specs/shop/parts/thing.yaml"), "type: object\nproperties: { id: { type: string } }\n");
  await until("0 changed");
  writeFileSync(join(root, SHOP), SPEC.replace(/ {4}thing: .*/, "    thing: { $ref: parts/thing.yaml }"));
  await until("changed src/generated/types.ts");
  writeFileSync(join(root, "specs/shop/parts/thing.yaml"), "type: object\nproperties: { size: { type: number } }\n");
  await until("changed src/generated/types.ts");
});

test("services that were not named are left alone", async () => {
  const { root, until } = await watching({ [SHOP]: SPEC, "specs/other/openapi.yaml": SPEC }, ["shop"]);
  writeFileSync(join(root, "specs/other/openapi.yaml"), SPEC.replace("List things", "All things"));
  writeFileSync(join(root, SHOP), SPEC.replace("List things", "All things"));
  await until("shop:");
  expect(existsSync(join(root, "packages/other"))).toBe(false);
});

test("Ctrl-C ends the command, which is no failure", async () => {
  const { process, stdout, ended } = run("generate.ts", "--watch");
  await vi.waitFor(() => expect(stdout()).toContain("Ctrl-C ends it"), { timeout: 4000, interval: 5 });
  process.kill("SIGINT");
  expect(await ended).toEqual({ code: 0, signal: null });
});
