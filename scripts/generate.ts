import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { root } from "./bin.ts";

// Compiling the compiler that types are made with takes as long as all specs do: its code is kept for the next run.
enableCompileCache(join(root, "node_modules/.cache/node"));
const { main } = await import("./generate/main.ts");

await main(process.argv.slice(2), root);
