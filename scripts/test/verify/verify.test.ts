import { truncateSync } from "node:fs";
import { expect, test } from "vitest";
import { runVerify } from "../../verify/command.ts";
import { createSink } from "../support/sink.ts";
import { tarballOf } from "../support/tarball.ts";
import { repository, shop } from "./shop.ts";

async function verify(
  change: (files: Readonly<Record<string, string>>) => Readonly<Record<string, string | undefined>>,
) {
  const file = tarballOf(change(await shop()));
  const sink = createSink();
  const code = await runVerify([file], repository(), sink);
  return { code, ...sink.said(), file };
}

test("a package that is what the generator makes passes, whatever its README says", async () => {
  const { code, out, file } = await verify((files) => files);
  expect(code).toBe(0);
  expect(out).toMatch(`${file}: `);
  expect(out).toMatch(
    /\d+ files are what the generator makes of its openapi\.json; written by people, and not judged: README\.md/,
  );
});

test("its version, and the versions that it needs of others, are the publisher's", async () => {
  const { code } = await verify((files) => ({
    ...files,
    "package.json": files["package.json"]!.replace('"1.2.3"', '"9.9.9"').replace('"^1.0.0"', '"^8.0.0"'),
  }));
  expect(code).toBe(0);
});

test("an edited module is found, with the place and both texts", async () => {
  const { code, err, file } = await verify((files) => ({
    ...files,
    "dist/operations.mjs": files["dist/operations.mjs"]!.replace(/^import/m, "/* mine */ import"),
  }));
  expect(code).toBe(1);
  expect(err).toContain(`${file} is not what the generator makes of its openapi.json:\n  dist/operations.mjs:`);
  expect(err).toMatch(/is "\/\* mine \*\/.* in the tarball, and ".*" in what the generator makes/);
});

test("an edited description is found, since the modules were made of another one", async () => {
  const { code, err } = await verify((files) => ({
    ...files,
    "openapi.json": files["openapi.json"]!.replaceAll("listItems", "allItems"),
  }));
  expect(code).toBe(1);
  expect(err).toMatch(/dist\/\S+\.mjs/);
});

test.each([
  ["a file of its own", { "dist/extra.mjs": "steal()" }, "dist/extra.mjs is in the tarball alone"],
  ["an edited page", { "docs/README.md": "# Shop, with a link to elsewhere\n" }, "docs/README.md:1:"],
  ["another licence", { LICENSE: "All rights reserved.\n" }, "LICENSE:1:1 is"],
  [
    "no description of a type",
    { "dist/index.d.mts": undefined },
    "dist/index.d.mts is in what the generator makes alone",
  ],
])("a package with %s is found", async (_, change, problem) => {
  const { code, err } = await verify((files) => ({ ...files, ...change }));
  expect(code).toBe(1);
  expect(err).toContain(problem);
});

test.each([
  [
    "a script that runs on installation",
    { scripts: { postinstall: "node dist/index.mjs" } },
    "package.json: scripts is",
  ],
  [
    "one more dependency",
    { dependencies: { "@vendor-sdks/runtime": "^1.0.0", evil: "1.0.0" } },
    "package.json: dependencies is",
  ],
])("a package.json with %s is found", async (_, change, problem) => {
  const { code, err } = await verify((files) => ({
    ...files,
    "package.json": JSON.stringify({ ...(JSON.parse(files["package.json"]!) as object), ...change }),
  }));
  expect(code).toBe(1);
  expect(err).toContain(problem);
});

test.each([
  [
    "that has no description",
    { "openapi.json": undefined },
    "@x/shop has no openapi.json: it is no package that is generated",
  ],
  ["without a package.json", { "package.json": undefined }, "it has no package.json"],
  ["of another repository", { "package.json": '{"name":"@x/other"}' }, "there is no specs/other"],
  ["whose description is broken", { "openapi.json": '{"openapi":"3.1.0"}' }, "is no whole description:\n"],
])("a package %s cannot be judged, and is told why", async (_, change, problem) => {
  const { code, err } = await verify((files) => ({ ...files, ...change }));
  expect(code).toBe(1);
  expect(err).toContain(problem);
});

test("a broken archive is told so, and the other files are judged all the same", async () => {
  const broken = tarballOf(await shop());
  truncateSync(broken, 500);
  const whole = tarballOf(await shop());
  const sink = createSink();
  expect(await runVerify([broken, whole], repository(), sink)).toBe(1);
  expect(sink.said().err).toContain(`${broken} is no package's tarball`);
  expect(sink.said().out).toContain(`${whole}: `);
});

test("without a file there is nothing to verify", async () => {
  const sink = createSink();
  expect(await runVerify([], repository(), sink)).toBe(2);
  expect(sink.said().err).toContain("pnpm verify-package FILE.tgz");
});
