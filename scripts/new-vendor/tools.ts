import { join } from "node:path";
import { binOf, root } from "../bin.ts";
import { output } from "../run/output.ts";

/** Programs that take part in adding a vendor. */
export interface Tools {
  /** Lays out hand-written files as the repository has them. */
  readonly format: (files: readonly string[]) => Promise<unknown>;
  /** Makes the new package known to its neighbours and to the lockfile, and writes into it what it installs from others. */
  readonly install: () => Promise<unknown>;
}

export const tools: Tools = {
  format: (files) =>
    output(process.execPath, [binOf("prettier", "prettier"), "--write", "--log-level=warn", ...files], root),
  async install() {
    await output("pnpm", ["install", "--prefer-offline", "--no-frozen-lockfile"], root);
    await output(process.execPath, [join(root, "scripts/notices.ts"), "--update"], root);
  },
};
