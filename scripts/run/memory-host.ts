import ts from "typescript";

const parsed = new Map<string, ts.SourceFile | undefined>();

/** The compiler's view of files that are written nowhere, by their absolute paths; all others are read from the disk. */
export function memoryHost(texts: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const folders = new Set([...texts.keys()].flatMap(foldersAbove));
  const disk = ts.createCompilerHost(options);
  return {
    ...disk,
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    directoryExists: (path) => folders.has(path) || disk.directoryExists?.(path) === true,
    getSourceFile: (path, how) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, how);
      // The language's own declarations are the same for every program.
      if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, how));
      return parsed.get(path);
    },
  };
}

function foldersAbove(file: string): string[] {
  const parts = file.split("/");
  return parts.map((_, count) => parts.slice(0, count).join("/"));
}
