import { delimiter } from "node:path";

/** The environment as it was before pnpm and npm put the repository's own commands first in PATH. */
export function outerEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_/i.test(name) && name !== "NODE_PATH");
  const path = folders().join(delimiter);
  return { ...Object.fromEntries(kept.filter(([name]) => name.toUpperCase() !== "PATH")), PATH: path };
}

function folders(): string[] {
  const path = process.env["PATH"] ?? process.env["Path"] ?? "";
  return path.split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]|node-gyp-bin/.test(`${folder}/`));
}
