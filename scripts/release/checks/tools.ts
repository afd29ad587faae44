import { join } from "node:path";
import { binIn } from "../../bin.ts";
import { output } from "../../run/output.ts";

/** publint on a tarball, where a suggestion counts as an error. */
export async function publint(home: string, tarball: string): Promise<void> {
  await output(process.execPath, [binIn(home, "publint", "publint"), "run", tarball, "--strict"], home);
}

/** Whether types are found, and are true, however a program resolves modules. */
export async function areTheTypesWrong(home: string, tarball: string): Promise<void> {
  const bin = binIn(home, "@arethetypeswrong/cli", "attw");
  await output(process.execPath, [bin, tarball, "--profile", "esm-only", "--quiet"], home);
}

/** The folder of a package, which has the tools that it is checked with. */
export function homeOf(root: string, folder: string): string {
  return join(root, "packages", folder);
}
