// `pnpm format`: everything that is written by hand, as `pnpm lint` wants it.
import { run } from "./lint/run.ts";
import { prettier } from "./lint/tools.ts";

const { ok, output } = await run(prettier("--write"));
if (output !== "") console.log(output);
if (!ok) process.exitCode = 1;
