import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runSpecUpdate } from "../../spec-update/command.ts";
import type { Tools } from "../../spec-update/tools.ts";
import type { Edit } from "../spec-diff/edits.ts";
import { shop } from "../spec-diff/shop.ts";
import { folderWith } from "../support/folder.ts";
import { createSink } from "../support/sink.ts";

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Repository {
  readonly root: string;
  /** What was asked of the tools. */
  readonly asked: readonly string[];
  readonly put: (file: string, text: string) => void;
  readonly spec: (edit?: Edit) => void;
  readonly commit: () => void;
  readonly update: (argv?: readonly string[], tools?: Partial<Tools>) => Promise<Run>;
}

const MANIFEST = {
  name: "@acme/shop",
  version: "1.2.0",
  type: "module",
  exports: { ".": { types: "./dist/index.d.mts" } },
};

/** A repository with one vendor, whose package is what its spec makes of it, and committed. */
export async function repository(): Promise<Repository> {
  const root = folderWith({
    "package.json": JSON.stringify({ name: "root", private: true }),
    "packages/shop/package.json": JSON.stringify(MANIFEST),
    ".changeset/config.json": "{}",
    ".gitignore": "dist/\nreports/\n",
  });
  const asked: string[] = [];
  const git = (...args: string[]): void => {
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: root, stdio: "pipe" });
  };
  const put: Repository["put"] = (file, text) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const commit = (): void => {
    git("add", ".");
    git("commit", "--message", "as it is");
  };
  let version = 0;
  const tools: Tools = {
    build(packages) {
      asked.push(`build ${packages.join(" ")}`);
      version += 1;
      put("packages/shop/dist/index.d.mts", `export declare const build: ${version};\n`);
      return Promise.resolve();
    },
    contract(packages) {
      asked.push(`contract ${packages.join(" ")}`);
      return Promise.resolve();
    },
  };
  const made: Repository = {
    root,
    asked,
    put,
    commit,
    spec(edit) {
      const document = shop();
      edit?.(document);
      put("specs/shop/openapi.json", `${JSON.stringify(document, undefined, 2)}\n`);
    },
    async update(argv = [], other = {}) {
      const sink = createSink();
      const environment = { GITHUB_STEP_SUMMARY: join(root, "reports/summary.md"), GITHUB_ACTIONS: "true" };
      const code = await runSpecUpdate(argv, { root, tools: { ...tools, ...other }, environment }, sink);
      const { out: stdout, err: stderr } = sink.said();
      return { code, stdout, stderr };
    },
  };
  made.spec();
  git("init", "--initial-branch=main");
  commit();
  await made.update();
  commit();
  asked.length = 0;
  return made;
}
