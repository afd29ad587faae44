import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { put } from "../spec-diff/edits.ts";
import { snapshot } from "../support/folder.ts";
import { repository, type Repository } from "./repository.ts";

const rename = put("/paths/~1orders/post/operationId", "createOrder");
const widen = put("/paths/~1orders/post/parameters", [{ name: "dry", in: "query", schema: { type: "boolean" } }]);
const timeout = 60_000;

/** All that is not git's own, and not a report. */
function files({ root }: Repository): Record<string, string> {
  const kept = Object.entries(snapshot(root)).filter(([file]) => !/^(?:\.git|reports)\//.test(file));
  return Object.fromEntries(kept);
}

test(
  "an edit is followed by package, changeset, exports and contract suite, and the files to commit",
  { timeout },
  async () => {
    const shop = await repository();
    shop.spec(widen);
    const { code, stdout, stderr } = await shop.update();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(shop.asked).toEqual(["build @acme/shop", "contract @acme/shop"]);
    expect(stdout.match(/^✓ \w+/gm)).toEqual(
      ["generate", "changeset", "compatibility", "build", "exports", "contract"].map((name) => `✓ ${name}`),
    );
    expect(readFileSync(join(shop.root, ".changeset/spec-shop.md"), "utf8")).toContain('"@acme/shop": minor');
    const listed = stdout.slice(stdout.indexOf("To commit:")).trimEnd().split("\n  ").slice(1);
    const git = execFileSync("git", ["status", "--porcelain", "-uall"], { cwd: shop.root, encoding: "utf8" });
    expect(listed.toSorted()).toEqual(
      git
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(3))
        .toSorted(),
    );
    expect(listed).toContain("packages/shop/api.md");
  },
);

test("an edit that is taken back leaves nothing behind", { timeout }, async () => {
  const shop = await repository();
  const before = files(shop);
  shop.spec(rename);
  await shop.update();
  shop.spec();
  expect(await shop.update()).toMatchObject({ code: 0 });
  expect(Object.keys(files(shop))).toEqual(Object.keys(before));
});

test("without an edit nothing is done", { timeout }, async () => {
  const shop = await repository();
  const before = files(shop);
  const { code, stdout } = await shop.update();
  expect(code).toBe(0);
  expect(stdout).toBe("Nothing follows: each package is what its spec makes of it\n");
  expect(shop.asked).toEqual([]);
  expect(files(shop)).toEqual(before);
});

test("a spec that is wrong changes nothing, and is told with its place", { timeout }, async () => {
  const shop = await repository();
  shop.spec(
    put("/paths/~1orders/post/responses/200/content/application~1json/schema", { $ref: "#/components/schemas/Nobody" }),
  );
  const before = files(shop);
  const { code, stdout, stderr } = await shop.update();
  expect(code).toBe(1);
  expect(stderr).toMatch(/openapi\.json:\d+:\d+ error \[[\w-]+\]/);
  expect(stderr).toMatch(/Nothing was written\.\n$/);
  expect(stdout).toMatch(/^::error file=specs\/shop\/openapi\.json,line=\d+,col=\d+,title=[\w-]+::/);
  expect(files(shop)).toEqual(before);
  expect(shop.asked).toEqual([]);
});

test.each([
  ["a vendor that is not there", ["nobody"], "There is no spec of nobody. There are: shop"],
  ["a commit that is not there", ["--base", "nowhere"], "nowhere is neither a commit nor a file"],
  ["a spec of theirs that is not there", ["shop", "--theirs", "nowhere.yaml"], "There is no file nowhere.yaml"],
  ["a spec of theirs without the vendor", ["--theirs", "nowhere.yaml"], "name that vendor, too"],
])("%s changes nothing", { timeout }, async (_, argv, says) => {
  const shop = await repository();
  shop.spec(rename);
  const before = files(shop);
  const { code, stderr } = await shop.update(argv);
  expect(code).toBe(1);
  expect(stderr).toContain(says);
  expect(files(shop)).toEqual(before);
});

test("a build that fails is named, and so is what was not done after it", { timeout }, async () => {
  const shop = await repository();
  shop.spec(rename);
  const page = files(shop)["packages/shop/api.md"];
  const { code, stdout, stderr } = await shop.update([], {
    build: () => Promise.reject(new Error("error TS2305: no addOrder")),
  });
  expect(code).toBe(1);
  expect(stdout).toContain("✓ changeset: wrote .changeset/spec-shop.md\n");
  expect(stdout).toContain("✗ build\n");
  expect(stderr).toContain(
    "build failed:\nerror TS2305: no addOrder\nnot done: exports, contract\nnot to be committed yet:\n",
  );
  expect(files(shop)["packages/shop/api.md"]).toBe(page);
  const summary = readFileSync(join(shop.root, "reports/summary.md"), "utf8");
  expect(summary).toContain("| build | failed |\n| exports | not done |\n");
  expect(summary).toContain("## build failed\n\n    error TS2305: no addOrder\n");

  expect(await shop.update()).toMatchObject({ code: 0 });
  expect(files(shop)["packages/shop/api.md"]).not.toBe(page);
});

test("a contract suite that is red is named, with all that it said", { timeout }, async () => {
  const shop = await repository();
  shop.spec(rename);
  const { code, stdout, stderr } = await shop.update([], { contract: () => Promise.reject(new Error("1 failed")) });
  expect(code).toBe(1);
  expect(stdout).toContain("✗ contract\n");
  expect(stderr).toContain("contract failed:\n1 failed\nnot to be committed yet:\n");
  expect(stderr).toMatch(/^ {2}packages\/shop\/openapi\.json$/m);
  expect(stderr).toMatch(/^to do: mend what failed, .* run `pnpm spec:update shop` again\./m);
  expect(stdout).not.toContain("To commit:");
  const summary = readFileSync(join(shop.root, "reports/summary.md"), "utf8");
  expect(summary).toContain("To do: mend what failed, ");
  expect(summary).toContain("## Not to be committed yet\n\n- `");
});

test("a suite that was red is run again, though nothing is left to write", { timeout }, async () => {
  const shop = await repository();
  const red = { contract: () => Promise.reject(new Error("1 failed")) };
  shop.spec(rename);
  // Beside itself, the spec has no change that would be a reason to go on.
  const argv = ["shop", "--base", join(shop.root, "specs/shop/openapi.json")];
  expect(await shop.update(argv, red)).toMatchObject({ code: 1 });
  const again = await shop.update(argv, red);
  expect(again).toMatchObject({ code: 1 });
  expect(again.stderr).toContain("contract failed:\n1 failed\n");
  expect(await shop.update(argv)).toMatchObject({ code: 0 });
  expect(shop.asked.at(-1)).toBe("contract @acme/shop");
});

test("a changeset that cannot be written is named, and nothing of a step is left half", { timeout }, async () => {
  const shop = await repository();
  rmSync(join(shop.root, ".changeset"), { recursive: true });
  shop.put(".changeset", "no folder");
  shop.spec(rename);
  const { code, stderr } = await shop.update();
  expect(code).toBe(1);
  expect(stderr).toContain("changeset failed:\n");
  expect(stderr).toContain("not done: compatibility, build, exports, contract\n");
  expect(shop.asked).toEqual([]);
});

test("a vendor's own spec gives a worklist, on the terminal and for the job", { timeout }, async () => {
  const shop = await repository();
  mkdirSync(join(shop.root, "theirs"));
  shop.put(
    "theirs/api.yaml",
    `swagger: "2.0"
info: { title: Shop, version: "9" }
basePath: /v1
paths:
  /orders/{id}:
    get: { summary: "One *order*", parameters: [{ name: id, in: path, required: true, type: string }], responses: { "200": { description: It. } } }
`,
  );
  const { code, stdout } = await shop.update(["shop", "--theirs", join(shop.root, "theirs/api.yaml")]);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /### Operations: 1\n\n- \[ \] `GET \/orders\/\{id\}` One \\\*order\\\*, `\S+theirs\/api\.yaml:6:5`\n/,
  );
  expect(readFileSync(join(shop.root, "reports/summary.md"), "utf8")).toContain("### Operations: 1");
  expect(existsSync(join(shop.root, ".changeset/spec-shop.md"))).toBe(false);
});

test("a spec of theirs that cannot be read changes nothing", { timeout }, async () => {
  const shop = await repository();
  shop.spec(rename);
  shop.put("api.yaml", "{ no spec");
  const before = files(shop);
  const { code, stderr } = await shop.update(["shop", "--theirs", join(shop.root, "api.yaml")]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/api\.yaml cannot be read:\n\n\S+api\.yaml:\d+:\d+ error/);
  expect(files(shop)).toEqual(before);
});
