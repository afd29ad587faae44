// `pnpm check:tests [PART/PARTS]`: every test, or those of a part of the packages, so that several machines share them.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./bin.ts";
import { partOf, readPart, testedPackages } from "./check-tests/parts.ts";

const part = readPart(process.argv.slice(2));
if (typeof part === "string") {
  process.stderr.write(`${part}\n`);
  process.exitCode = 1;
} else {
  const names = partOf(testedPackages(root), part);
  process.stderr.write(`The tests of ${names.join(", ") || "no package"}\n`);
  const filters = names.map((name) => `--filter=${name}`);
  const flags = ["--continue=dependencies-successful", "--output-logs=errors-only"];
  const args = [join(root, "scripts/turbo.ts"), "run", "test", "contract", "faults", ...filters, ...flags];
  const { status } = names.length === 0 ? { status: 0 } : spawnSync(process.execPath, args, { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
