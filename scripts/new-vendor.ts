// `pnpm new-vendor NAME SPEC`: a package in this repository from a vendor's own document.
import { parseArgs } from "node:util";

import { root } from "./bin.ts";
import { newVendor } from "./new-vendor/run.ts";
import { tools } from "./new-vendor/tools.ts";

const USAGE = `pnpm new-vendor NAME SPEC

Makes packages/NAME from an OpenAPI document: the document and its parts in specs/NAME, the package with its tests, a changeset.
It overwrites nothing, and if anything fails, everything is as it was.
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h", default: false } },
  });
  const [name, spec, ...others] = positionals;
  if (values.help) process.stdout.write(USAGE);
  if (values.help) return 0;
  if (name !== undefined && spec !== undefined && others.length === 0)
    return newVendor({ name, spec }, root, tools, process);
  process.stderr.write(USAGE);
  return 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`new-vendor: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
