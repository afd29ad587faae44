import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium as playwright } from "playwright-core";
import type { TestProject } from "vitest/node";
import { chromium, LAUNCH } from "../../../scripts/run/chromium.ts";
import { serve } from "./serve.ts";
import { SCREENSHOTS } from "./screenshots.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the site is served. */
    readonly site: string;
    /** Its folder. */
    readonly folder: string;
    /** Where the browser that all tests share listens. */
    readonly browser: string;
  }
}

/** Serves the site that was built last, and starts a browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = resolve(import.meta.dirname, "../../.vitepress/dist");
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder} has no site: run \`pnpm docs:build\``);
  rmSync(SCREENSHOTS, { recursive: true, force: true });
  // Whatever is not here has no address, so that nothing can be fetched from there by mistake.
  const args = [...LAUNCH.args, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
  const browser = await playwright.launchServer({ ...LAUNCH, args, executablePath: await chromium() });
  const site = await serve(folder);
  project.provide("site", site.origin);
  project.provide("folder", folder);
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
