import { list } from "tar";

export interface TarballFile {
  /** From the package's folder. */
  readonly path: string;
  readonly bytes: Buffer;
}

const PREFIX = "package/";

/** The files of a package's tarball, in its own order; throws what is wrong with it. */
export function readTarball(file: string): TarballFile[] {
  const found: { path: string; chunks: Buffer[] }[] = [];
  try {
    list({
      file,
      sync: true,
      strict: true,
      onReadEntry(entry) {
        const { type, path } = entry;
        if (type !== "File") throw new Error(`${path} is no file, but of the type ${type}`);
        if (!path.startsWith(PREFIX)) throw new Error(`${path} lies outside of the folder ${PREFIX}`);
        if (path.split("/").includes("..")) throw new Error(`${path} leads out of the package`);
        const chunks: Buffer[] = [];
        found.push({ path: path.slice(PREFIX.length), chunks });
        entry.on("data", (chunk) => chunks.push(chunk));
      },
    });
  } catch (error) {
    throw new Error(`${file} is no package's tarball: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (found.length === 0) throw new Error(`${file} is no package's tarball: there is no file in it`);
  const twice = found.find(({ path }, index) => found.findIndex((other) => other.path === path) !== index);
  if (twice !== undefined) throw new Error(`${file} has ${twice.path} twice`);
  return found.map(({ path, chunks }) => ({ path, bytes: Buffer.concat(chunks) }));
}

/** The text of a file in it; undefined if it is not there. */
export function textIn(files: readonly TarballFile[], path: string): string | undefined {
  return files.find((file) => file.path === path)?.bytes.toString("utf8");
}

/** Its package.json; throws if it has none. */
export function manifestIn(files: readonly TarballFile[]): unknown {
  const text = textIn(files, "package.json");
  if (text === undefined) throw new Error("it has no package.json");
  return JSON.parse(text);
}
