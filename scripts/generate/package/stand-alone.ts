import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Model } from "../model/model.ts";
import type { Split } from "../types/split.ts";
import { standAloneManifest } from "./manifest.ts";
import { readme } from "./readme.ts";
import { readmeSections } from "./sections.ts";
import { SOURCES } from "./sources.ts";

const ROOT = join(import.meta.dirname, "../../..");

export interface StandAloneOptions {
  /** With its scope. */
  readonly name: string;
  readonly version: string;
  readonly runtime: string;
}

/** The files of a package that builds and type-checks where it lies: what is emitted of its spec, and what stands around it. */
export function standAlonePackage(
  model: Model,
  split: Split,
  emitted: ReadonlyMap<string, string>,
  { name, version, runtime }: StandAloneOptions,
): Map<string, string> {
  const { service, title } = model;
  // Contract cases are for the suite of this repository.
  const shipped = [...emitted].filter(([file]) => !file.startsWith("test/"));
  return new Map([
    ...shipped,
    ...Object.entries(SOURCES),
    ["README.md", readme(name, model, readmeSections(model, split, name))],
    ["package.json", standAloneManifest({ name, service, version, title, runtime })],
    ["tsconfig.json", tsconfig()],
    ["tsdown.config.ts", readFileSync(join(ROOT, "tsdown.config.ts"), "utf8")],
  ]);
}

/** As strict as this repository is with itself. */
function tsconfig(): string {
  const base = JSON.parse(readFileSync(join(ROOT, "tsconfig.base.json"), "utf8")) as object;
  return `${JSON.stringify({ ...base, include: ["src"] }, undefined, 2)}\n`;
}
