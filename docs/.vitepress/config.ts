import { fileURLToPath } from "node:url";

import type { DefaultTheme, UserConfig } from "vitepress";
import { siteOf } from "./site.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

const site: UserConfig<DefaultTheme.Config> = siteOf(root, process.env);
export default site;
