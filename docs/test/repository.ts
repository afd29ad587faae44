import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { onTestFinished } from "vitest";

const HERE = resolve(import.meta.dirname, "..");

const FILES = {
  "package.json": JSON.stringify({
    name: "toys",
    description: "Clients for toys",
    repository: { url: "git+https://github.com/acme/toys.git" },
  }),
  "README.md":
    "# Toys\n\nClients for toys. See [the guides](docs/README.md), [specs](specs) and [train](packages/train).\n",
  "docs/public/favicon.svg": "<svg />",
  "docs/README.md": [
    "# Documentation",
    "",
    "Where all is.",
    "",
    "## Guides",
    "",
    "| guide | tells |",
    "| --- | --- |",
    "| [Quick start](guides/quick-start.md) | the first call |",
    "",
  ].join("\n"),
  "docs/guides/quick-start.md": [
    "# Quick start",
    "",
    "Choo {{ choo }}. The spec is [here](../../specs/train/openapi.yaml#L3), its paths [there](../../specs/train); and [back](../README.md#guides).",
    "",
    "## What's next: `train`",
    "",
    "[This](#whats-next-train), or [an operation](../../packages/train/docs/operations/stop.md#errors).",
    "",
  ].join("\n"),
  "specs/train/openapi.yaml": "openapi: 3.1.0\n",
  "packages/train/package.json": JSON.stringify({ name: "@acme/train", description: "A client for trains" }),
  "packages/train/README.md": "# @acme/train\n\nStops trains.\n",
  "packages/train/CHANGELOG.md": "# Changes\n",
  "packages/train/docs/README.md": [
    "# Reference of @acme/train",
    "",
    "Trains.",
    "",
    "### train.tracks",
    "",
    "| method | HTTP request | description |",
    "| --- | --- | --- |",
    "| [stop](operations/stop.md) | `POST /stop` | Stop a train |",
    "",
    "## Models",
    "",
    "- [Stop](models/Stop.md)",
    "",
  ].join("\n"),
  "packages/train/docs/operations/stop.md":
    "# stop\n\n[@acme/train](../README.md) · `POST /stop`\n\nStops it. At once.\n\n## Errors\n\nNone, see [Stop](../models/Stop.md).\n",
  "packages/train/docs/models/Stop.md": "# Stop\n\n[@acme/train](../README.md)\n\nWhere it stands. Or not.\n",
};

/** A small repository that has what a site is made of, with changes to its files. It lies where VitePress is installed. */
export function repositoryWith(changes: Readonly<Record<string, string>> = {}): string {
  const reports = join(HERE, "reports");
  mkdirSync(reports, { recursive: true });
  const root = mkdtempSync(join(reports, "site-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const site = join(HERE, ".vitepress/site.ts");
  const config = `import { siteOf } from ${JSON.stringify(site)};\nexport default siteOf(${JSON.stringify(root)}, process.env);\n`;
  for (const [file, text] of Object.entries({ ...FILES, "docs/.vitepress/config.mts": config, ...changes })) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}
