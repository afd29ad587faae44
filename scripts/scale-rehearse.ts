// `pnpm scale:rehearse`: whether machines can share what they have built, and what many vendors would cost.
import { root } from "./bin.ts";
import { runScale } from "./scale/command.ts";
import { measureGrowth } from "./scale/growth.ts";
import { rehearseCache } from "./scale/remote-cache.ts";

process.exitCode = await runScale(process.argv.slice(2), root, { rehearseCache, measureGrowth }, process);
