import { join } from "node:path";
import { root } from "../bin.ts";
import { output } from "../run/output.ts";

/** What is done with packages in processes of its own. Each throws with all that was said where it fails. */
export interface Tools {
  readonly build: (packages: readonly string[]) => Promise<unknown>;
  readonly contract: (packages: readonly string[]) => Promise<unknown>;
}

export const tools: Tools = {
  build: (packages) => turbo("build", packages),
  contract: (packages) => turbo("contract", packages),
};

function turbo(task: string, packages: readonly string[]): Promise<string> {
  const filters = packages.map((name) => `--filter=${name}`);
  const args = [join(root, "scripts/turbo.ts"), "run", task, ...filters, "--output-logs=errors-only"];
  return output(process.execPath, args, root);
}
