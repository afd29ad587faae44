// `pnpm docs:examples`: every example of pages and doc comments, type-checked, run against mocks, and held to what its page says.
import { root } from "./bin.ts";
import { checkExamples } from "./docs/command.ts";
import { examplesIn } from "./docs/pages.ts";

process.exitCode = await checkExamples(examplesIn(root), process);
