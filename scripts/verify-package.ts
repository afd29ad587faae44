// `pnpm verify-package FILE.tgz`: whether a tarball is what the generator makes of the description in it.
import { root } from "./bin.ts";
import { runVerify } from "./verify/command.ts";

process.exitCode = await runVerify(process.argv.slice(2), root, process);
