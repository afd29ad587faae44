/// <reference types="node" />
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";

const dist = new URL("../../dist/", import.meta.url);

/** Every file that an entry of the built package loads, by import or on demand, and the packages that these name. */
function loadedBy(entry: string): string[] {
  const loaded = new Set<string>();
  const visit = (file: URL): void => {
    const name = file.href.slice(dist.href.length);
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const [, target = ""] of readFileSync(file, "utf8").matchAll(/(?:from |import |import\()"([^"]+)"/g)) {
      if (target.startsWith(".")) visit(new URL(target, file));
      else loaded.add(target);
    }
  };
  visit(new URL(entry, dist));
  return [...loaded];
}

const isValidation = (name: string): boolean => /^validation|json-schema/.test(name);

describe("the built package", () => {
  it.each(["index.mjs", "node.mjs"])("has no validation behind %s", (entry) => {
    const loaded = loadedBy(entry);
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.filter(isValidation)).toEqual([]);
  });

  it("has it behind the entry of its own", () => {
    expect(loadedBy("validation.mjs")).toEqual(
      expect.arrayContaining(["validation/engine.mjs", "@cfworker/json-schema"]),
    );
  });
});

it("a missing engine is an error that says what to install, at the first call", async () => {
  const folder = mkdtempSync(join(tmpdir(), "validation-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(fileURLToPath(dist), folder, { recursive: true });
  const entry = pathToFileURL(join(folder, "validation.mjs")).href;
  const program = `
    const { createValidator } = await import(${JSON.stringify(entry)});
    const error = await createValidator("shop", {}).request("use", {}).catch((error) => error);
    console.log(JSON.stringify({ name: error.name, message: error.message, code: error.cause.code }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    cwd: folder,
  });
  expect(JSON.parse(stdout)).toEqual({
    name: "ConfigurationError",
    message: expect.stringMatching(/@cfworker\/json-schema.*npm install @cfworker\/json-schema$/) as string,
    code: "ERR_MODULE_NOT_FOUND",
  });
});
