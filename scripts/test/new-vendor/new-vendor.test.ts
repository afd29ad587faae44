import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { runGenerate } from "../../generate/command.ts";
import { SPEC } from "../emit/spec.ts";
import { snapshot } from "../support/folder.ts";
import { repository } from "./repository.ts";

test("a vendor is its document, its package with tests, a changeset, and an entry wherever vendors are listed", async () => {
  const { root, add } = repository();
  expect(await add("acme")).toMatchObject({ code: 0, stderr: "" });
  const files = snapshot(root);
  expect(files["specs/acme/openapi.yaml"]).toBe(SPEC);
  expect(
    Object.keys(files).filter((file) => file.startsWith("packages/acme/") && !/\/generated\/|\/docs\/./.test(file)),
  ).toEqual([
    "packages/acme/README.md",
    "packages/acme/openapi.json",
    "packages/acme/package.json",
    "packages/acme/src/index.ts",
    "packages/acme/src/operations.ts",
    "packages/acme/src/validation.ts",
    "packages/acme/test/contract/answers.test.ts",
    "packages/acme/test/contract/canaries.test.ts",
    "packages/acme/test/contract/properties.test.ts",
    "packages/acme/test/contract/proxy.test.ts",
    "packages/acme/test/contract/requests.test.ts",
    "packages/acme/test/contract/sign-in.test.ts",
    "packages/acme/test/contract/variants.test.ts",
    "packages/acme/test/contract/vendor.ts",
    "packages/acme/test/unit/validation.test.ts",
    "packages/acme/tsconfig.json",
    "packages/acme/turbo.json",
    "packages/acme/vitest.config.ts",
  ]);
  expect(files["packages/acme/src/generated/client.ts"]).toMatch(/^\/\/ Generated from specs\/acme\/openapi\.yaml\./);
  expect(files["packages/acme/docs/README.md"]).toContain("# Reference of @vendor-sdks/acme");
  expect(files["packages/acme/test/unit/validation.test.ts"]).toContain('credentials: { token: "example-token" },');
  expect(files[".changeset/first-acme.md"]).toContain('"@vendor-sdks/acme": minor');
  expect(JSON.parse(files["scripts/package.json"] ?? "")).toMatchObject({
    dependencies: { "@vendor-sdks/acme": "workspace:^", yaml: "catalog:" },
  });
  expect(files["README.md"]).toContain("| [`@vendor-sdks/acme`](packages/acme) | Things |\n| [`@vendor-sdks/runtime`]");
});

test("what is laid out by hand is what was not emitted", async () => {
  const { add } = repository();
  let formatted: readonly string[] = [];
  await add("acme", "api.yaml", { format: (files) => Promise.resolve((formatted = files)) });
  expect(formatted).toContain("packages/acme/README.md");
  expect(formatted).toContain("README.md");
  expect(formatted.filter((file) => /generated|openapi/.test(file))).toEqual([]);
});

test.each([
  ["Acme", "cannot be the name of a vendor"],
  ["../acme", "cannot be the name of a vendor"],
  ["acme_x", "cannot be the name of a vendor"],
  ["runtime", "packages/runtime is there already"],
  ["other", "specs/other is there already"],
  ["scripts", "has another meaning in this repository"],
  ["http", "is a name that npm refuses"],
])("nothing is written for the name %j", async (name, message) => {
  const { root, add } = repository({ "specs/other/notes.md": "" });
  const before = snapshot(root);
  const { code, stderr } = await add(name);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
  expect(snapshot(root)).toEqual(before);
});

test("nothing is written for a spec that is wrong, and its problems are told where they are", async () => {
  const { root, add } = repository();
  const before = snapshot(root);
  writeFileSync(join(root, "../theirs/wrong.yaml"), SPEC.replace("in: header", "in: heder"));
  const { code, stderr } = await add("acme", "wrong.yaml");
  expect(code).toBe(1);
  expect(stderr).toMatch(/wrong\.yaml:37:28 error \[invalid-value\]/);
  expect(snapshot(root)).toEqual(before);
});

const broken = (): Promise<never> => Promise.reject(new Error("it broke"));

test.each<[string, Parameters<typeof repository>[0], Parameters<ReturnType<typeof repository>["add"]>[2]]>([
  ["a changeset of that name is there", { ".changeset/first-acme.md": "other" }, {}],
  ["the scripts' manifest is no JSON", { "scripts/package.json": "{" }, {}],
  ["the README has no table of packages", { "README.md": "# Ours\n" }, {}],
  ["the formatter fails", {}, { format: broken }],
  ["the installation fails", {}, { install: broken }],
])("everything is as it was where %s", async (_, files, tools) => {
  const { root, add } = repository(files);
  const before = snapshot(root);
  const { code, stderr } = await add("acme", "api.yaml", tools);
  expect(code).toBe(1);
  expect(stderr).toMatch(/Everything is as it was\.\n$/);
  expect(snapshot(root)).toEqual(before);
});

test("what an installation has changed before it failed is taken back, too", async () => {
  const { root, add } = repository();
  const before = snapshot(root);
  await add("acme", "api.yaml", {
    install: () => {
      writeFileSync(join(root, "pnpm-lock.yaml"), "half");
      mkdirSync(join(root, "packages/acme/node_modules"), { recursive: true });
      writeFileSync(join(root, "packages/acme/node_modules/left"), "");
      mkdirSync(join(root, "scripts/node_modules/@vendor-sdks/acme"), { recursive: true });
      writeFileSync(join(root, "scripts/node_modules/@vendor-sdks/acme/left"), "");
      return broken();
    },
  });
  expect(snapshot(root)).toEqual(before);
});

test("a vendor that was added can be generated again, and is up to date", async () => {
  const { root, add } = repository();
  await add("acme");
  let said = "";
  const output = { write: (text: string) => (said += text) };
  expect(runGenerate(["--check"], root, { stdout: output, stderr: output })).toBe(0);
  expect(said).toBe("What is emitted is up to date: acme\n");
});

test("the document of a vendor is copied to the byte", async () => {
  const { root, add } = repository();
  const text = `# Theirs.\r\n${SPEC}`;
  writeFileSync(join(root, "../theirs/api.yml"), text);
  await add("acme", "api.yml");
  expect(readFileSync(join(root, "specs/acme/openapi.yaml"), "utf8")).toBe(text);
});
