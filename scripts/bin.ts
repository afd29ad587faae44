import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root: string = resolve(import.meta.dirname, "..");

/** The JavaScript file behind a command of the root's packages: run with our own Node, it needs no shim and no shell on any system. */
export function binOf(packageName: string, command: string): string {
  return binIn(root, packageName, command);
}

/** The same for the packages of another folder. */
export function binIn(home: string, packageName: string, command: string): string {
  const folder = join(home, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly bin?: string | Readonly<Record<string, string>>;
  };
  const file = typeof bin === "string" ? bin : bin?.[command];
  if (file === undefined) throw new Error(`${packageName} has no command "${command}"`);
  return join(folder, file);
}
