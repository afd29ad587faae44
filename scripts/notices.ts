// `pnpm notices`: what packages install from others, held to the page that lies in them.
import { root } from "./bin.ts";
import { runNotices } from "./notices/command.ts";

process.exitCode = await runNotices(process.argv.slice(2), root, process);
