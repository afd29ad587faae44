import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { output } from "./output.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** How Playwright starts it: in a container it is root, whom the sandbox refuses. */
export const LAUNCH = { headless: true, args: ["--no-sandbox", "--disable-gpu"] } as const;

/** A browser of this machine, installed from Debian where it may be. Throws what stands against it in one line. */
export async function chromium(): Promise<string> {
  const found = find();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || inPath("apt-get") === undefined)
    throw new Error(`there is no ${NAMES.join(", ")} in PATH; install it (Debian: apt-get install chromium)`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    process.stderr.write("Installing chromium …\n");
    await output("apt-get", ["update", "--quiet"], "/", environment);
    await output("apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", "chromium"], "/", environment);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`chromium cannot be installed: ${said.trim().split("\n").at(-1) ?? ""}`, { cause: error });
  }
  const installed = find();
  if (installed === undefined) throw new Error("apt-get has installed chromium, and there is none in PATH");
  return installed;
}

function find(): string | undefined {
  return NAMES.map(inPath).find((path) => path !== undefined);
}

function inPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
