import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";
import { isObject, objectAt, own, textAt, type JsonObject } from "../load/json.ts";
import { ENTRIES } from "./sources.ts";

const ROOT = join(import.meta.dirname, "../../..");
const RUNTIME = "@vendor-sdks/runtime";
const REPOSITORY = "https://github.com/vendor-sdks/vendor-sdks";

/** What every package says of itself. */
export interface Identity {
  /** With its scope. */
  readonly name: string;
  readonly service: string;
  readonly version: string;
  /** What the API is called. */
  readonly title: string;
}

export interface StandAlone extends Identity {
  /** A range of versions of the runtime, or `file:` and a path to a tarball of it. */
  readonly runtime: string;
}

/** The mark by which a folder is known to hold a package that was emitted as a whole, and may be again. */
const MARK = { generatedBy: "vendor-sdks" };

export function isMarked(manifest: unknown): boolean {
  return isObject(manifest) && own(manifest, "generatedBy") === MARK.generatedBy;
}

/** `package.json` of a package that has nothing around it. */
export function standAloneManifest({ runtime, ...identity }: StandAlone): string {
  return json({
    ...head(identity),
    ...MARK,
    ...FORM,
    exports: exportsOf(),
    files: ["dist", "openapi.json"],
    scripts: { build: `tsdown ${BUILD}`, typecheck: "tsc -p tsconfig.json" },
    dependencies: { [RUNTIME]: runtime },
    devDependencies: { tsdown: catalogue("tsdown"), typescript: catalogue("typescript") },
  });
}

/**
 * `package.json` of a package of this repository. The table of faults is about the runtime, and reads off a spec which operation can
 * play which part: it takes specs that are written here.
 */
export function workspaceManifest(identity: Identity, { faults }: { readonly faults: boolean }): string {
  const folder = `packages/${identity.service}`;
  return json({
    ...head(identity),
    homepage: `${REPOSITORY}/tree/main/${folder}#readme`,
    bugs: `${REPOSITORY}/issues`,
    license: "Apache-2.0",
    repository: { type: "git", url: `git+${REPOSITORY}.git`, directory: folder },
    ...FORM,
    publishConfig: { access: "public", provenance: true },
    exports: exportsOf(),
    files: ["dist", "openapi.json", "docs", "CHANGELOG.md", "THIRD-PARTY-NOTICES.md"],
    scripts: {
      build: `tsdown --config ../../tsdown.config.ts ${BUILD}`,
      typecheck: "tsc -p tsconfig.json",
      test: "vitest run test/unit",
      contract: "vitest run test/contract",
      ...(faults && { faults: "vitest run test/faults" }),
      "pack-check": "publint --strict && attw --pack . --profile esm-only --quiet",
    },
    dependencies: { [RUNTIME]: "workspace:^" },
    devDependencies: {
      "@types/node": "catalog:",
      publint: "catalog:",
      "@arethetypeswrong/cli": "catalog:",
      tsdown: "catalog:",
      typescript: "catalog:",
      vitest: "catalog:",
      "@vendor-sdks/contract": "workspace:^",
    },
  });
}

/** The range that packages need of the runtime as it is here. */
export function currentRuntime(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, "packages/runtime/package.json"), "utf8"));
  return `^${textAt(manifest, "version") ?? "0.0.0"}`;
}

const FORM = { type: "module", sideEffects: false, engines: { node: ">=22" } };
const BUILD = `--platform neutral ${ENTRIES.map((entry) => `--entry src/${entry}.ts`).join(" ")}`;

function head({ name, service, version, title }: Identity): JsonObject {
  return {
    name,
    version,
    description: `${oneLine(title)}: typed client`,
    keywords: [service, "openapi", "sdk", "api-client", "typescript", "fetch"],
  };
}

function exportsOf(): JsonObject {
  const modules = ENTRIES.map((entry) => [
    entry === "index" ? "." : `./${entry}`,
    { types: `./dist/${entry}.d.mts`, default: `./dist/${entry}.mjs` },
  ]);
  const files = ["./openapi.json", "./package.json"].map((file) => [file, file]);
  return Object.fromEntries([...modules, ...files]) as JsonObject;
}

/** The version of a tool that the packages of this repository are built with. */
function catalogue(tool: string): string {
  const workspace: unknown = parse(readFileSync(join(ROOT, "pnpm-workspace.yaml"), "utf8"));
  const version = textAt(objectAt(workspace, "catalog"), tool);
  if (version === undefined) throw new Error(`pnpm-workspace.yaml names no version of ${tool} in its catalog`);
  return version;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

function json(value: JsonObject): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
