import { join } from "node:path";

import { runGenerate } from "./generate/command.ts";

process.exitCode = runGenerate(process.argv.slice(2), join(import.meta.dirname, ".."), process);
