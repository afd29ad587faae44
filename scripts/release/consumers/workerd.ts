import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tool } from "../tools.ts";
import { bundleExamples } from "./bundle.ts";
import type { Consumer } from "./install.ts";

interface Miniflare {
  dispatchFetch(url: string): Promise<{ readonly ok: boolean; text(): Promise<string> }>;
  dispose(): Promise<void>;
}

interface MiniflareModule {
  readonly Miniflare: new (options: object) => Miniflare;
}

const WORKER = `import { run } from "./program.mjs";

export default {
  async fetch() {
    const said = [];
    console.log = (text) => said.push(String(text));
    try {
      await run();
      return new Response(said.join("\\n"));
    } catch (error) {
      return new Response(String(error?.stack ?? error), { status: 500 });
    }
  },
};
`;

/** Runs the examples in workerd, and gives what they print. */
export async function runInWorkerd({ folder }: Consumer, addresses: Readonly<Record<string, string>>): Promise<string> {
  const script = await bundleExamples(folder, addresses, "neutral");
  const { Miniflare } = (await import(
    pathToFileURL(join((await tool("miniflare")).folder, "dist/src/index.js")).href
  )) as MiniflareModule;
  const miniflare = new Miniflare({
    compatibilityDate: "2026-01-01",
    modules: [
      { type: "ESModule", path: "worker.mjs", contents: WORKER },
      { type: "ESModule", path: "program.mjs", contents: script },
    ],
  });
  try {
    const answer = await miniflare.dispatchFetch("http://worker.invalid/");
    const said = await answer.text();
    if (!answer.ok) throw new Error(said);
    return said;
  } finally {
    await miniflare.dispose();
  }
}
