// `pnpm generate` for another folder with specs in it: generate-in.ts FOLDER [argument…]
import { main } from "../generate/main.ts";

const [folder = ".", ...args] = process.argv.slice(2);
await main(args, folder);
