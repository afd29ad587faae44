import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect, onTestFinished, test } from "vitest";
import { runSpecDiff } from "../../spec-diff/command.ts";
import { type Edit, put as change } from "./edits.ts";
import { shop } from "./shop.ts";

interface Repository {
  readonly root: string;
  readonly put: (file: string, text: string) => void;
  readonly spec: (edit?: Edit) => void;
  readonly commit: () => void;
  readonly run: (
    ...argv: string[]
  ) => Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}

/** A repository with one vendor, whose spec is committed. */
function repository(version = "1.2.0"): Repository {
  const root = mkdtempSync(join(tmpdir(), "spec-diff-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const git = (...args: string[]): void => {
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: root, stdio: "pipe" });
  };
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const spec: Repository["spec"] = (edit) => {
    const document = shop();
    edit?.(document);
    put("specs/shop/openapi.json", `${JSON.stringify(document, undefined, 2)}\n`);
  };
  const commit = (): void => {
    git("add", ".");
    git("commit", "--message", "as it is");
  };
  put("packages/shop/package.json", JSON.stringify({ name: "@acme/shop", version }));
  put("package.json", JSON.stringify({ name: "root", private: true }));
  put(".changeset/config.json", "{}");
  spec();
  git("init", "--initial-branch=main");
  commit();
  return {
    root,
    put,
    spec,
    commit,
    async run(...argv) {
      const said = { stdout: "", stderr: "" };
      const output = {
        stdout: { write: (text: string) => (said.stdout += text) },
        stderr: { write: (text: string) => (said.stderr += text) },
      };
      const code = await runSpecDiff(argv, root, output, { GITHUB_ACTIONS: "true" });
      return { code, ...said };
    },
  };
}

const rename = change("/paths/~1orders/post/operationId", "createOrder");
const describeAnew = change("/paths/~1things/get/description", "All of them.");
const timeout = 60_000;

test("a change is told with both its places, its reason, what to do, and the bump", { timeout }, async () => {
  const { spec, run } = repository();
  spec(rename);
  const { code, stdout } = await run("shop");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^@acme\/shop, since [0-9a-f]{12}: major\n\nBreaking\n/);
  expect(stdout).toContain("addOrder: The method and function addOrder is called createOrder. [sdk-operation-renamed]");
  expect(stdout).toContain("to do: Call createOrder instead.");
  expect(stdout).toMatch(
    /from [0-9a-f]{12}:specs\/shop\/openapi\.json:\d+:\d+\n {4}to specs\/shop\/openapi\.json:\d+:\d+/,
  );
});

test("as JSON the same is data", { timeout }, async () => {
  const { spec, run } = repository();
  spec(rename);
  const [report] = JSON.parse((await run("--json")).stdout) as [
    { bump: string; changes: { rule: string; after: object }[] },
  ];
  expect(report.bump).toBe("major");
  expect(report.changes[0]).toMatchObject({
    rule: "sdk-operation-renamed",
    after: { file: "specs/shop/openapi.json" },
  });
});

test("before 1.0.0 what breaks moves the minor version, and anything else the patch", { timeout }, async () => {
  const { spec, run } = repository("0.3.0");
  spec(rename);
  expect((await run()).stdout).toMatch(/: minor\n/);
  spec(describeAnew);
  expect((await run()).stdout).toMatch(/: patch\n/);
});

test("the changeset is written, brought up to date, and removed when nothing is left to say", { timeout }, async () => {
  const { root, spec, run } = repository();
  const file = join(root, ".changeset/spec-shop.md");
  spec(rename);
  expect((await run("--write")).stderr).toBe("wrote .changeset/spec-shop.md\n");
  expect(readFileSync(file, "utf8")).toBe(`---
"@acme/shop": major
---

The API's description has changed.

- **Breaking.** \`addOrder\`: The method and function addOrder is called createOrder. Call createOrder instead.
`);
  spec(describeAnew);
  expect((await run("--write")).stderr).toBe("updated .changeset/spec-shop.md\n");
  expect(readFileSync(file, "utf8")).toContain("- **Documentation.** Of `listThings`.");
  spec();
  expect((await run("--write")).stderr).toBe("removed .changeset/spec-shop.md\n");
  expect(existsSync(file)).toBe(false);
});

test("a changeset that is too low is refused, with the change that demands more", { timeout }, async () => {
  const { put, spec, run } = repository();
  spec(rename);
  put(".changeset/mine.md", `---\n"@acme/shop": minor\n---\n\nOrders.\n`);
  const { code, stdout, stderr } = await run("--check");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error file=specs\/shop\/openapi\.json,line=\d+,col=\d+,title=Changeset::@acme\/shop: /m);
  expect(stderr).toMatch(
    /@acme\/shop: its changesets say minor, but major is demanded by specs\/shop\/openapi\.json:\d+:\d+ The method and function addOrder is called createOrder\./,
  );
  expect(stderr).toContain("to do: run `pnpm spec:diff --write`");
  await run("--write");
  expect(await run("--check")).toMatchObject({ code: 0, stderr: "" });
});

test("a change without any changeset is refused", { timeout }, async () => {
  const { spec, run } = repository();
  spec(describeAnew);
  const { code, stderr } = await run("--check");
  expect(code).toBe(1);
  expect(stderr).toContain("its changesets say nothing, but patch is demanded");
});

test("two files are compared whatever they are of", { timeout }, async () => {
  const { root, put, run } = repository();
  const young = shop();
  rename(young);
  put("young.json", JSON.stringify(young));
  const { code, stdout } = await run(join(root, "specs/shop/openapi.json"), join(root, "young.json"));
  expect(code).toBe(0);
  expect(stdout).toContain("[sdk-operation-renamed]");
});

test("the release that package.json names is what changes are counted from", { timeout }, async () => {
  const { root, spec, commit, run } = repository();
  execFileSync("git", ["tag", "@acme/shop@1.2.0"], { cwd: root });
  spec(rename);
  commit();
  expect((await run()).stdout).toMatch(/since @acme\/shop@1\.2\.0: major/);
});

test("what cannot be compared is said, and nothing is written", { timeout }, async () => {
  const { root, put, run } = repository();
  const stranger = await run("nobody");
  expect(stranger.code).toBe(1);
  expect(stranger.stderr).toContain("There is no spec of nobody. There are: shop");
  expect(await run("shop", "--base", "nowhere")).toMatchObject({
    code: 1,
    stderr: "nowhere is neither a commit nor a file\n",
  });
  put("specs/shop/openapi.json", "{ no spec");
  const broken = await run("shop", "--write");
  expect(broken.code).toBe(1);
  expect(broken.stderr).toMatch(/is no whole spec:\n\n\S+openapi\.json:1:3 error/);
  expect(existsSync(join(root, ".changeset/spec-shop.md"))).toBe(false);
});
