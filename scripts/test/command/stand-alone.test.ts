import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";
import { root } from "../../bin.ts";
import { runGenerate } from "../../generate/command.ts";
import { SPEC } from "../emit/spec.ts";
import { snapshot } from "../support/folder.ts";

interface Place {
  readonly folder: string;
  readonly out: string;
  readonly spec: string;
  readonly generate: (...more: string[]) => { readonly code: number; readonly stdout: string; readonly stderr: string };
}

/** A folder with a spec, and the command on it. */
function place(text: string = SPEC): Place {
  const folder = mkdtempSync(join(tmpdir(), "stand-alone-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spec = join(folder, "shop.yaml");
  const out = join(folder, "out");
  writeFileSync(spec, text);
  const generate: Place["generate"] = (...more) => {
    const said = { stdout: "", stderr: "" };
    const code = runGenerate(["--spec", spec, "--name", "@acme/shop", "--out", out, ...more], root, {
      stdout: { write: (line) => (said.stdout += line) },
      stderr: { write: (line) => (said.stderr += line) },
    });
    return { code, ...said };
  };
  return { folder, out, spec, generate };
}

function read(...path: string[]): string {
  return readFileSync(join(...path), "utf8");
}

test("a package of its own has what a package of the repository has, and what the repository has around it", () => {
  const { out, generate } = place();
  expect(generate()).toMatchObject({ code: 0, stderr: "" });
  expect(readdirSync(out).toSorted()).toEqual([
    "README.md",
    "docs",
    "openapi.json",
    "package.json",
    "src",
    "tsconfig.json",
    "tsdown.config.ts",
  ]);
  expect(readdirSync(join(out, "src")).toSorted()).toEqual(["generated", "index.ts", "operations.ts", "validation.ts"]);
  expect(JSON.parse(read(out, "package.json"))).toMatchObject({
    name: "@acme/shop",
    version: "0.0.0",
    dependencies: { "@vendor-sdks/runtime": "^0.0.0" },
  });
  expect(read(out, "README.md")).toContain(
    "| [things.listThings](docs/operations/listThings.md) | `GET /things` | List things |",
  );
});

test("it type-checks as strictly as the repository does", () => {
  const { out, generate } = place();
  generate();
  mkdirSync(join(out, "node_modules/@vendor-sdks"), { recursive: true });
  symlinkSync(join(root, "packages/runtime"), join(out, "node_modules/@vendor-sdks/runtime"), "junction");
  const compiler = join(root, "packages/runtime/node_modules/typescript/bin/tsc");
  expect(() => execFileSync(process.execPath, [compiler, "-p", out], { encoding: "utf8" })).not.toThrow();
});

test("a range or a tarball of the runtime may be named", () => {
  const { out, generate } = place();
  generate("--runtime", "file:../runtime.tgz");
  expect(JSON.parse(read(out, "package.json"))).toMatchObject({
    dependencies: { "@vendor-sdks/runtime": "file:../runtime.tgz" },
  });
});

test("a folder with something else in it is left as it is", () => {
  const { out, generate } = place();
  mkdirSync(out);
  writeFileSync(join(out, "package.json"), '{ "name": "@acme/shop" }');
  const { code, stderr } = generate();
  expect(code).toBe(1);
  expect(stderr).toContain("is not empty, and holds no package that this command has made");
  expect(readdirSync(out)).toEqual(["package.json"]);
});

test("a package that was made so is made anew: its version stays, what is left over goes, what was added stays", () => {
  const { out, generate, spec } = place();
  generate();
  writeFileSync(join(out, "package.json"), read(out, "package.json").replace('"0.0.0"', '"1.2.3"'));
  writeFileSync(join(out, "src/generated/groups/leftover.ts"), "");
  mkdirSync(join(out, "node_modules"));
  writeFileSync(spec, SPEC.replace("List things", "All things"));
  expect(generate()).toMatchObject({ code: 0 });
  expect(existsSync(join(out, "src/generated/groups/leftover.ts"))).toBe(false);
  expect(existsSync(join(out, "node_modules"))).toBe(true);
  expect(JSON.parse(read(out, "package.json"))).toMatchObject({ version: "1.2.3" });
  expect(read(out, "README.md")).toContain("All things");
});

test("a check names what would change and writes nothing", () => {
  const { out, generate } = place();
  generate();
  expect(generate("--check")).toMatchObject({ code: 0, stdout: "What is emitted is up to date: @acme/shop\n" });
  rmSync(join(out, "src/index.ts"));
  expect(generate("--check")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("index.ts (missing)") as string,
  });
  expect(existsSync(join(out, "src/index.ts"))).toBe(false);
});

test("a spec that is wrong leaves no folder behind", () => {
  const { out, generate } = place("openapi: [3.1.0");
  expect(generate()).toMatchObject({ code: 1, stderr: expect.stringMatching(/Nothing was written\.\n$/) as string });
  expect(existsSync(out)).toBe(false);
});

test("where a write fails, all is as it was", () => {
  const { out, generate, spec } = place();
  generate();
  rmSync(join(out, "src/generated/operations"), { recursive: true });
  writeFileSync(join(out, "src/generated/operations"), "a file where a folder belongs");
  writeFileSync(spec, SPEC.replace("List things", "All things"));
  const before = snapshot(out);
  expect(() => generate()).toThrow(/EEXIST|ENOTDIR/);
  expect(snapshot(out)).toEqual(before);
});

test("a link in the package does not lead what is written out of it", () => {
  const { folder, out, generate } = place();
  generate();
  rmSync(join(out, "src/generated"), { recursive: true });
  mkdirSync(join(folder, "elsewhere"));
  symlinkSync(join(folder, "elsewhere"), join(out, "src/generated"), "junction");
  expect(() => generate()).toThrow("is a link that leads out of");
  expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
});

test.each([
  [["--spec", "a.yaml"], "--name and --out is missing"],
  [["--spec", "a.yaml", "--name", "@Acme/Shop", "--out", "out"], '"@Acme/Shop" is no name for an npm package'],
  [["--spec", "a.yaml", "--name", "../shop", "--out", "out"], '"../shop" is no name for an npm package'],
  [["--spec", "a.yaml", "--name", "fs", "--out", "out"], '"fs" is a name that npm refuses'],
  [["--spec", "a.yaml", "--name", "shop", "--out", "out", "vendor"], "it goes without vendor"],
  [["--tolerant"], "--tolerant and --root go with --spec"],
])("of %j it is told what is wrong", (argv, message) => {
  let said = "";
  const code = runGenerate(argv, root, { stdout: { write: () => 0 }, stderr: { write: (text) => (said += text) } });
  expect(code).toBe(1);
  expect(said).toContain(message);
});
