import { calls } from "./calls.ts";
import { limits } from "./limits.ts";
import { pages } from "./pages.ts";
import { standalone } from "./standalone.ts";

for (const example of [calls, pages, standalone, limits]) console.log(`${example.name}: ${await example()}`);
