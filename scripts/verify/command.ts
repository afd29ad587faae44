import type { Output } from "../generate/output.ts";
import { verifyPackage } from "./verify.ts";

const USAGE = `pnpm verify-package FILE.tgz…

Makes the package anew from the openapi.json in the tarball, with the generator and the build of this checkout, and compares. Check out the
tag of the release first (\`git checkout NAME@VERSION\`): another generator may write another package.
`;

/** The command \`pnpm verify-package\`. Gives the exit code. */
export async function runVerify(argv: readonly string[], root: string, { stdout, stderr }: Output): Promise<number> {
  if (argv.includes("--help") || argv.includes("-h")) return (stdout.write(USAGE), 0);
  if (argv.length === 0 || argv.some((file) => file.startsWith("-"))) return (stderr.write(USAGE), 2);
  let code = 0;
  for (const file of argv) {
    const said = await told(file, root);
    (said.ok ? stdout : stderr).write(said.text);
    if (!said.ok) code = 1;
  }
  return code;
}

async function told(file: string, root: string): Promise<{ readonly ok: boolean; readonly text: string }> {
  try {
    const { problems, compared, prose } = await verifyPackage(file, root);
    if (problems.length > 0)
      return {
        ok: false,
        text: `${file} is not what the generator makes of its openapi.json:\n${problems.map((each) => `  ${each}\n`).join("")}`,
      };
    const rest = prose.length === 0 ? "" : `; written by people, and not judged: ${prose.join(", ")}`;
    return { ok: true, text: `${file}: ${compared} files are what the generator makes of its openapi.json${rest}\n` };
  } catch (error) {
    return { ok: false, text: `${error instanceof Error ? error.message : String(error)}\n` };
  }
}
