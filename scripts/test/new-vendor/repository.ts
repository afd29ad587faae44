import { join } from "node:path";

import { newVendor } from "../../new-vendor/run.ts";
import type { Tools } from "../../new-vendor/tools.ts";
import { SPEC } from "../emit/spec.ts";
import { folderWith } from "../support/folder.ts";

/** What of this repository a new vendor has to do with. */
const AROUND = {
  "README.md": "| package |\n| --- |\n| [`@vendor-sdks/runtime`](packages/runtime) | the core |\n",
  "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
  "scripts/package.json": '{\n  "name": "@vendor-sdks/scripts",\n  "dependencies": {\n    "yaml": "catalog:"\n  }\n}\n',
  "packages/runtime/package.json": "{}\n",
  ".changeset/README.md": "",
};

export interface Added {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Repository {
  readonly root: string;
  readonly add: (name: string, spec?: string, tools?: Partial<Tools>) => Promise<Added>;
}

/** A repository with these files, and the vendor's document `theirs/api.yaml` outside of it. */
export function repository(files: Readonly<Record<string, string>> = {}): Repository {
  const folder = folderWith({
    "theirs/api.yaml": SPEC,
    ...Object.fromEntries(Object.entries({ ...AROUND, ...files }).map(([file, text]) => [`ours/${file}`, text])),
  });
  const root = join(folder, "ours");
  return {
    root,
    async add(name, spec = "api.yaml", tools = {}) {
      const said = { stdout: "", stderr: "" };
      const still = (): Promise<void> => Promise.resolve();
      const output = {
        stdout: { write: (text: string) => (said.stdout += text) },
        stderr: { write: (text: string) => (said.stderr += text) },
      };
      const target = { name, spec: join(folder, "theirs", spec) };
      return { code: await newVendor(target, root, { format: still, install: still, ...tools }, output), ...said };
    },
  };
}
