import { mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { binIn, root } from "../../bin.ts";
import type { Operation, Package } from "../../bench-runtime/packages.ts";
import { generate } from "../../generate/generate.ts";
import { own, type JsonObject } from "../../generate/load/json.ts";
import { operationsOf, parametersOf } from "../../generate/load/walk.ts";
import { currentRuntime } from "../../generate/package/manifest.ts";
import { ENTRIES } from "../../generate/package/sources.ts";
import { standAlonePackage } from "../../generate/package/stand-alone.ts";
import { applyChanges, findChanges } from "../../generate/write.ts";
import { output } from "../../run/output.ts";
import type { BenchSpec } from "../specs.ts";

const SCOPE = "@vendor-sdks";

/** A folder that programs find the packages from, with the runtime among them. */
export function makeHouse(folder: string): void {
  mkdirSync(join(folder, "node_modules", SCOPE), { recursive: true });
  link(join(root, "packages/runtime"), join(folder, "node_modules", SCOPE, "runtime"));
  link(join(root, "packages/runtime/node_modules/typescript"), join(folder, "node_modules/typescript"));
}

/** What a user would install of a spec: generated, type-checked and built as a package of its own. */
export async function buildPackage({ name, file }: BenchSpec, folder: string): Promise<Package> {
  const { model, split, files } = generate(name, file, basename(file));
  if (model === undefined || split === undefined) throw new Error(`the generator refuses ${file}`);
  // Not below node_modules, where Node runs no TypeScript: the package brings a configuration for its build along.
  const home = join(folder, "packages", name);
  const identity = { name: `${SCOPE}/${name}`, version: "0.0.0", runtime: currentRuntime() };
  const whole = standAlonePackage(model, split, files, identity);
  applyChanges(home, whole, findChanges(home, whole));
  const tools = join(root, "packages/runtime");
  await output(process.execPath, [binIn(tools, "typescript", "tsc"), "--project", "tsconfig.json"], home);
  const entries = ENTRIES.flatMap((entry) => ["--entry", `src/${entry}.ts`]);
  await output(process.execPath, [binIn(tools, "tsdown", "tsdown"), "--platform", "neutral", ...entries], home);
  link(home, join(folder, "node_modules", SCOPE, name));

  const { client, operations } = JSON.parse(files.get("test/generated/cases.json") ?? "{}") as {
    readonly client: string;
    readonly operations: readonly Operation[];
  };
  const document = JSON.parse(files.get("openapi.json") ?? "{}") as JsonObject;
  return {
    name,
    vendor: { name, client, document, operations },
    operations: plainReads(operations, document),
    entry: join(home, "dist/index.mjs"),
    operationsEntry: join(home, "dist/operations.mjs"),
    signIns: {},
  };
}

/** What peers can be made to call as well: GETs that need nothing but what stands in their path. */
function plainReads(operations: readonly Operation[], document: JsonObject): Operation[] {
  const reads = operationsOf(document).filter(({ method }) => method === "get");
  const described = new Map(reads.map((each) => [each.path, each]));
  return operations.flatMap((operation) => {
    const found = described.get(operation.path);
    if (operation.method !== "GET" || operation.paged || found === undefined) return [];
    const needed = parametersOf(document, found).filter((each) => each.required || each.in === "path");
    if (needed.length === 0 || needed.some((each) => each.in !== "path")) return [];
    const required = Object.fromEntries(
      needed.map(({ name, value }) => [name, NUMBERS.has(own(own(value, "schema"), "type")) ? 1 : "x"]),
    );
    return [{ ...operation, arguments: { required, all: required } }];
  });
}

const NUMBERS: ReadonlySet<unknown> = new Set(["integer", "number"]);

export function link(target: string, path: string): void {
  symlinkSync(target, path, "junction");
}
