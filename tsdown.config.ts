// One configuration for every published package; the entries are in its build script.
export default {
  // The package that builds, not the folder of this file.
  cwd: process.cwd(),
  format: "esm",
  dts: { oxc: true },
  plugins: [
    {
      name: "declarations-without-maps",
      // No map of a declaration is written, and yet each refers to one.
      generateBundle(_: unknown, bundle: Record<string, { fileName: string; code?: string }>): void {
        for (const chunk of Object.values(bundle)) {
          if (chunk.fileName.endsWith(".d.mts"))
            chunk.code = chunk.code?.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n") ?? "";
        }
      },
    },
  ],
  target: "es2022",
  // Constants stand where they are used, since no bundler of a program does that for modules of others: names, lines and
  // comments stay.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
  fixedExtension: true,
  sourcemap: true,
  deps: { neverBundle: [/^node:/] },
  // `Symbol.asyncDispose` in declarations, also for programs whose `lib` is es2022.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
};
