import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../bin.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>;
}

interface Manifest {
  readonly packageManager: string;
  readonly scripts: Readonly<Record<string, string>>;
}

const FOLDER = join(root, ".github/workflows");
const { packageManager, scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;

/** Beginnings of commands that only move around what scripts have written, or tell of it. */
const HANDING_ON = [
  "npm install --global pnpm@",
  "cat reports/",
  "echo ",
  "exit ",
  'test -z "$(git status --porcelain)"',
  "if test -s spec-update.patch;",
  "git add ",
  "git apply ",
  "git commit ",
  "git config ",
  "git diff ",
  "git push ",
  "gh auth setup-git",
  "gh workflow run ",
];

describe.each(readdirSync(FOLDER))("the workflow %s", (file) => {
  const text = readFileSync(join(FOLDER, file), "utf8");
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("pins each action to a commit, and says which version that is", () => {
    const uses = text.split("\n").filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("gives no job more than it asks for by name", () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, { permissions }] of Object.entries(workflow.jobs)) expect(permissions, name).toBeDefined();
  });

  test("keeps no secret, and leaves no credentials in the checkout", () => {
    expect(text).not.toMatch(/secrets\.(?!GITHUB_TOKEN)/);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    for (const { with: given } of checkouts) expect(given).toMatchObject({ "persist-credentials": false });
  });

  test("does nothing that cannot be done by a script of the root, with the pnpm of the root", () => {
    const commands = steps.flatMap((step) => [step.run ?? "", ...Object.values(step.with ?? {}).map(String)]);
    for (const command of commands) {
      for (const [pnpm] of command.matchAll(/\bpnpm@[\w.]+/g)) expect(pnpm).toBe(packageManager);
      for (const [, script = ""] of command.matchAll(/\bpnpm(?:@[\d.]+)? (?!install\b)([\w:-]+)/g))
        expect(Object.keys(scripts)).toContain(script);
    }
  });

  test("runs beside scripts of the root only what hands their results on", () => {
    const lines = steps.flatMap(({ run = "" }) => run.split("\n")).map((line) => line.trim());
    const others = lines.filter((line) => line !== "" && !/^(?:npx -y )?pnpm(?:@[\d.]+)? /.test(line));
    for (const line of others)
      expect(
        HANDING_ON.some((known) => line.startsWith(known)),
        line,
      ).toBe(true);
  });

  test("builds no command from what a pull request may be called", () => {
    for (const { run = "" } of steps) expect(run).not.toMatch(/\$\{\{(?! matrix\.)/);
  });
});
