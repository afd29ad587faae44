// `pnpm docs:examples`: every example of pages and doc comments, type-checked, run against mocks, and held to what its page says; and
// every link and every command of the pages.
import { root } from "./bin.ts";
import { checkExamples } from "./docs/command.ts";
import { commandFaults } from "./docs/commands.ts";
import { linkFaults } from "./docs/links.ts";
import { pagesIn } from "./docs/page-files.ts";
import { examplesIn } from "./docs/pages.ts";

const pages = pagesIn(root);
const broken = [...linkFaults(root, pages), ...commandFaults(root, pages)];
for (const fault of broken) process.stderr.write(`${fault}\n`);
const code = await checkExamples(examplesIn(root), process);
process.exitCode = broken.length > 0 ? 1 : code;
