import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface Size {
  /** Bytes, minified. */
  readonly min: number;
  /** Bytes, minified and gzipped. */
  readonly gzip: number;
}

export interface Bundle extends Size {
  readonly text: string;
  /** The bundle's source map, as JSON. Its sources are relative to the folder that the bundle was made in. */
  readonly map: string;
}

/** The program's name among the sources of its bundle. */
export const PROGRAM = "(the program)";

/** What users ship: the program and what it imports, for browsers, minified. Imports are found from a folder on. */
export async function bundle(program: string, folder: string): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, sourcefile: PROGRAM, loader: "ts" },
    outfile: `${folder}/bundle.js`,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    sourcemap: "external",
    sourcesContent: false,
    write: false,
    logLevel: "silent",
  });
  const file = (suffix: string): string => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? "";
  const text = file(".js");
  return { ...sizeOf(text), text, map: file(".map") };
}

export function sizeOf(text: string): Size {
  return { min: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).length };
}
