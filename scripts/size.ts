// `pnpm size`: what a program ships of each package, held to the limits in its .size-limit.json.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readPackages } from "./bench-runtime/packages.ts";
import { root } from "./bin.ts";
import { writeBundles } from "./size/bundles.ts";
import { tooHeavy, weigh, writeLimits } from "./size/weigh.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: "boolean", default: false } },
});

const packages = await readPackages();
const unknown = positionals.filter((name) => packages.every((each) => each.name !== name));
if (unknown.length > 0) throw new Error(`no spec is written here of ${unknown.join(", ")}`);

const problems: string[] = [];
for (const each of packages.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const home = join(root, "packages", each.name);
  await writeBundles(root, each);
  if (values.update) await writeLimits(home);
  const weights = await weigh(home);
  console.log(
    `${each.name}: ${weights.map(({ name, size, sizeLimit }) => `${name} ${size} of ${sizeLimit}`).join(", ")}`,
  );
  problems.push(...tooHeavy(home, weights).map((problem) => `${each.name}: ${problem}`));
}
if (problems.length > 0) {
  console.error(
    `${problems.join("\n")}\nBytes, gzipped. Find out what they are for (\`pnpm bench:runtime --only bundle\`), or raise the limits by \`pnpm size --update\``,
  );
  process.exitCode = 1;
}
