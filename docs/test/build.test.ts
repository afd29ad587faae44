import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { expect, test } from "vitest";
import { repositoryWith } from "./repository.ts";

const VITEPRESS = join(import.meta.dirname, "../node_modules/vitepress/bin/vitepress.js");

async function build(
  root: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, [VITEPRESS, "build", join(root, "docs")], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, ended] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: ended[0] as unknown, said: stdout + stderr };
}

const CONTENTS =
  "# Documentation\n\n## Guides\n\n| guide | tells |\n| --- | --- |\n| [Quick start](guides/quick-start.md) | the first call |\n| [Proof](proof.md) | figures |\n";

test("a site has every page, with the links of its source, and what programs read", async () => {
  const root = repositoryWith({ "docs/proof.md": "# Proof\n\n<!-- report: bench -->\n", "docs/README.md": CONTENTS });
  const { code, said } = await build(root, { SITE_URL: "https://acme.example/toys" });
  expect(said).toContain("reports/bench.json is missing: `pnpm bench` writes it");
  expect(code).toBe(0);
  const read = (file: string): string => readFileSync(join(root, "docs/.vitepress/dist", file), "utf8");

  const guide = read("guides/quick-start.html");
  expect(guide).toContain("Choo {{ choo }}.");
  expect(guide).toContain('href="https://github.com/acme/toys/blob/main/specs/train/openapi.yaml#L3"');
  expect(guide).toContain('href="https://github.com/acme/toys/tree/main/specs/train"');
  expect(guide).toContain('href="/toys/guides/#guides"');
  expect(guide).toContain('href="#whats-next-train"');
  expect(guide).toContain('href="/toys/reference/train/operations/stop.html#errors"');
  expect(guide).toContain('content="the first call"');
  const operation = read("reference/train/operations/stop.html");
  expect(operation).toContain("<title>stop | @acme/train</title>");
  expect(operation).toContain('href="https://github.com/acme/toys/edit/main/specs/train/openapi.yaml"');
  expect(read("proof.html")).toContain("Not measured in this checkout.");
  expect(read("404.html")).toContain("toys");
  expect(read("index.html")).toContain('href="/toys/packages/train/"');

  expect(searchIndex(join(root, "docs/.vitepress/dist"))).toContain("stop · @acme/train");

  const index = read("llms.txt").split("\n");
  expect(index).toContain("- [Quick start](https://acme.example/toys/guides/quick-start.md): the first call");
  expect(index).toContain("- [stop](https://acme.example/toys/reference/train/operations/stop.md): Stop a train");
  expect(index).toContain("- [Stop](https://acme.example/toys/reference/train/models/Stop.md): Where it stands.");
  expect(read("llms-full.txt")).toContain("[Stop](https://acme.example/toys/reference/train/models/Stop.md)");
  expect(read("guides/quick-start.md")).toContain("[back](https://acme.example/toys/guides/index.md#guides)");
});

function searchIndex(dist: string): string {
  const [file = ""] = globSync("assets/chunks/*SearchIndex*.js", { cwd: dist });
  return readFileSync(join(dist, file), "utf8");
}

test("a build fails on links to what is not there, and on pages that no list names", async () => {
  const root = repositoryWith({
    "docs/guides/quick-start.md": "# Quick start\n\n[a page](gone.md)\n\n[a heading](../README.md#gone)\n",
    "docs/guides/lost.md": "# Lost\n",
  });
  const { code, said } = await build(root);
  expect(code).toBe(1);
  expect(said).toContain("docs/guides/quick-start.md:3 leads to gone.md, which is not there");
  expect(said).toContain(
    "docs/guides/quick-start.md:5 leads to ../README.md#gone, and docs/README.md has no such heading",
  );
  expect(said).toContain("docs/guides/lost.md is in no list of pages");
});

test("a build that is to be complete fails without what is measured", async () => {
  const { code, said } = await build(repositoryWith(), { SITE_COMPLETE: "true" });
  expect(code).toBe(1);
  expect(said).toContain("reports/contract-coverage.md is missing: `pnpm contract` writes it");
});
