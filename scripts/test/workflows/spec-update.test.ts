import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../bin.ts";
import { folderWith } from "../support/folder.ts";

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string; readonly if?: string }[];
}

const { jobs } = parse(readFileSync(join(root, ".github/workflows/spec-update.yml"), "utf8")) as {
  readonly jobs: { readonly update: Job; readonly commit: Job };
};

/** A branch on a server, its two checkouts, and a `gh` that notes what it is asked. */
function lab(): { readonly run: (job: "update" | "commit", script: string) => string; readonly folder: string } {
  const folder = folderWith({ "bin/gh": `#!/bin/sh\necho "gh $*" >> "$RUNNER_TEMP/gh.txt"\n` });
  chmodSync(join(folder, "bin/gh"), 0o755);
  for (const name of ["temp", "home"]) mkdirSync(join(folder, name));
  const env = {
    PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`,
    HOME: join(folder, "home"),
    RUNNER_TEMP: join(folder, "temp"),
    GITHUB_OUTPUT: join(folder, "temp/output.txt"),
    BRANCH: "edit",
  };
  const shell = (cwd: string, script: string): string =>
    execFileSync("bash", ["-eo", "pipefail", "-c", script], { cwd, env, encoding: "utf8", stdio: "pipe" });
  shell(
    folder,
    `git init --quiet --bare server && git clone --quiet server update && cd update && git checkout --quiet -b edit
     echo old > package.txt && git add . && git -c user.name=a -c user.email=a@example.com commit --quiet -m First
     git push --quiet origin edit && git clone --quiet --branch edit ../server ../commit`,
  );
  return { folder, run: (job, script) => shell(join(folder, job), script) };
}

/** The steps of a job that are commands, without scripts of the root and what is for forks. */
function commands(job: Job): string {
  const steps = job.steps.filter((step) => step.run !== undefined && !/\bpnpm@/.test(step.run));
  return steps
    .filter((step) => step.if === undefined)
    .map(({ run }) => run)
    .join("\n");
}

test("what an update writes is pushed to the branch as one commit, and CI is started for it", () => {
  const { folder, run } = lab();
  writeFileSync(join(folder, "update/package.txt"), "new\n");
  writeFileSync(join(folder, "update/more.bin"), Buffer.from([0, 1, 2]));
  run("update", commands(jobs.update));
  expect(readFileSync(join(folder, "temp/output.txt"), "utf8")).toBe("changed=true\n");
  run("update", `mv spec-update.patch "$RUNNER_TEMP"`);
  run("commit", commands(jobs.commit));
  expect(run("commit", "git ls-remote origin edit").split("\t")[0]).toBe(run("commit", "git rev-parse HEAD").trim());
  expect(run("commit", "git show --stat --format=%s HEAD")).toContain("Update packages from their specs");
  expect(run("commit", "cat package.txt && git ls-files")).toBe("new\nmore.bin\npackage.txt\n");
  expect(readFileSync(join(folder, "temp/gh.txt"), "utf8")).toBe(
    "gh auth setup-git\ngh workflow run ci.yml --ref edit\n",
  );
});

test("where nothing follows there is nothing to commit", () => {
  const { folder, run } = lab();
  run("update", commands(jobs.update));
  expect(readFileSync(join(folder, "temp/output.txt"), "utf8")).toBe("changed=false\n");
  expect(existsSync(join(folder, "temp/gh.txt"))).toBe(false);
});

test("a branch that has moved on is left as it is", () => {
  const { folder, run } = lab();
  writeFileSync(join(folder, "update/package.txt"), "new\n");
  run("update", `${commands(jobs.update)}\nmv spec-update.patch "$RUNNER_TEMP"`);
  run(
    "update",
    "git -c user.name=a -c user.email=a@example.com commit --quiet -m Newer && git push --quiet origin edit",
  );
  const newer = run("update", "git rev-parse HEAD");
  expect(() => run("commit", commands(jobs.commit))).toThrow("rejected");
  expect(run("update", "git ls-remote origin edit").split("\t")[0]).toBe(newer.trim());
});

test("a fork is told what to run, and fails", () => {
  const { folder, run } = lab();
  writeFileSync(join(folder, "update/package.txt"), "new\n");
  run("update", commands(jobs.update));
  const step = jobs.update.steps.find((each) => each.if?.includes("pull_request"));
  expect(() => run("update", step?.run ?? "")).toThrow();
  expect(run("update", (step?.run ?? "").replace("exit 1", ""))).toContain("Run npx -y pnpm@12.21.0 spec:update");
});

test("the job that runs the branch's code may write nothing, and the one that may write runs none of it", () => {
  expect(jobs.update.permissions).toEqual({ contents: "read" });
  expect(jobs.commit.permissions).toEqual({ contents: "write", actions: "write" });
  expect(JSON.stringify(jobs.commit.steps)).not.toMatch(/pnpm|npm |node /);
});
