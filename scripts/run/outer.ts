import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The environment as it was before pnpm and npm put the repository's own commands first in PATH. */
export function outerEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_/i.test(name) && name !== "NODE_PATH");
  const path = folders().join(delimiter);
  return { ...Object.fromEntries(kept.filter(([name]) => name.toUpperCase() !== "PATH")), PATH: path };
}

export function outerNode(): { readonly path: string; readonly version: string } {
  const file = process.platform === "win32" ? "node.exe" : "node";
  const path = folders()
    .map((folder) => join(folder, file))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error("there is no Node in PATH beside the repository's own");
  return { path, version: execFileSync(path, ["--version"], { encoding: "utf8" }).trim().slice(1) };
}

function folders(): string[] {
  const path = process.env["PATH"] ?? process.env["Path"] ?? "";
  return path.split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]|node-gyp-bin/.test(`${folder}/`));
}
