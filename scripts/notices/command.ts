import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { publicPackages } from "../api/packages.ts";
import type { Output } from "../generate/output.ts";
import { type ThirdParty, thirdPartiesOf } from "./collect.ts";
import { NOTICES, notices, unclear } from "./render.ts";

const USAGE = `pnpm notices            fails if a package's ${NOTICES} is not what is installed with it
pnpm notices --update   writes them
`;

/** The command `pnpm notices`. Gives the exit code. */
export async function runNotices(
  argv: readonly string[],
  root: string,
  { stdout, stderr }: Output,
  collect: (root: string, folder: string) => Promise<readonly ThirdParty[]> = thirdPartiesOf,
): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { update: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) return (stdout.write(USAGE), 0);
  const problems: string[] = [];
  for (const { name, folder } of publicPackages(root)) {
    const parties = await collect(root, folder);
    problems.push(
      ...unclear(parties).map((problem) => `${name}: ${problem}: decide on it in scripts/notices/render.ts\n`),
    );
    const file = join("packages", folder, NOTICES);
    const text = notices(name, parties);
    if (existsSync(join(root, file)) && readFileSync(join(root, file), "utf8") === text) continue;
    if (values.update) {
      writeFileSync(join(root, file), text);
      stdout.write(`wrote ${file}\n`);
    } else {
      problems.push(
        `${file} is not what is installed with the package. Run \`pnpm notices --update\`, and review what it changes\n`,
      );
    }
  }
  stderr.write(problems.join(""));
  if (problems.length === 0 && !values.update) stdout.write("Every package names what it installs from others\n");
  return problems.length === 0 ? 0 : 1;
}
