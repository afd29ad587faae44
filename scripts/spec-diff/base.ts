import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { specOf } from "../generate/specs.ts";

/**
 * Writes the spec of a service as it is in a commit, with all that lies beside it, below a folder. Gives the spec's file there;
 * undefined if the service had none.
 */
export function writeSpecAt(root: string, ref: string, service: string, folder: string): string | undefined {
  for (const file of filesAt(root, ref, `specs/${service}`)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), git(root, ["show", `${ref}:${file}`]));
  }
  const spec = specOf(folder, service);
  return spec === undefined ? undefined : join(folder, spec);
}

/** The commit that changes are counted from: the package's last release, or where this line of work left the main one. */
export function defaultBase(root: string, packageName: string, version: string): string {
  const release = `${packageName}@${version}`;
  if (exists(root, `refs/tags/${release}`)) return release;
  const main = ["origin/main", "main"].find((branch) => exists(root, branch));
  if (main === undefined)
    throw new Error("There is neither a release nor a branch main to compare with: name a commit by --base");
  return git(root, ["merge-base", "HEAD", main]).toString("utf8").trim().slice(0, 12);
}

/** The text of a file in a commit; undefined if it is not there. */
export function textAt(root: string, ref: string, file: string): string | undefined {
  const { status, stdout } = run(root, ["show", `${ref}:${file}`]);
  return status === 0 ? stdout.toString("utf8") : undefined;
}

/** All files below a folder in a commit. */
export function filesAt(root: string, ref: string, folder: string): string[] {
  const listed = git(root, ["ls-tree", "-r", "-z", "--name-only", ref, "--", `${folder}/`]);
  return listed
    .toString("utf8")
    .split("\0")
    .filter((name) => name !== "");
}

export function isCommit(root: string, ref: string): boolean {
  return exists(root, ref);
}

function exists(root: string, ref: string): boolean {
  return run(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]).status === 0;
}

function git(root: string, args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = run(root, args);
  if (error !== undefined) throw new Error(`git cannot be run: ${error.message}`, { cause: error });
  if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status}: ${stderr.toString("utf8").trim()}`);
  return stdout;
}

function run(root: string, args: readonly string[]): SpawnSyncReturns<Buffer> {
  return spawnSync("git", args, { cwd: root, maxBuffer: 2 ** 28 });
}
