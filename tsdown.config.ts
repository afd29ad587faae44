// One configuration for every published package; the entries are in its build script.
export default {
  // The package that builds, not the folder of this file.
  cwd: process.cwd(),
  format: "esm",
  dts: { oxc: true },
  target: "es2022",
  fixedExtension: true,
  sourcemap: true,
  deps: { neverBundle: [/^node:/] },
  // `Symbol.asyncDispose` in declarations, also for programs whose `lib` is es2022.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
};
