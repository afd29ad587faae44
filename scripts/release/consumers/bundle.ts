import { build } from "esbuild";

/** The examples as one module that does all of it when its `run` is called; what they read from the environment is written in. */
export async function bundleExamples(
  folder: string,
  environment: Readonly<Record<string, string>>,
  platform: "browser" | "neutral",
): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    // A worker may ask others only while it answers: the program must not begin when it is loaded.
    stdin: { contents: `export const run = () => import("./src/main.ts");`, resolveDir: folder },
    bundle: true,
    format: "esm",
    platform,
    target: "es2022",
    define: { "process.env": JSON.stringify(environment) },
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
