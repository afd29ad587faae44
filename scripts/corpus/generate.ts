// One spec in a process of its own: what a run takes in time and memory, and how it fails, concerns nothing else.
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { formatDiagnostics } from "../generate/diagnostics/diagnostic.ts";
import { generate } from "../generate/generate.ts";
import { currentRuntime } from "../generate/package/manifest.ts";
import { standAlonePackage } from "../generate/package/stand-alone.ts";
import type { GenerateReport } from "./report.ts";

const [spec = "", folder = "", name = "", root = dirname(spec)] = process.argv.slice(2);
const start = performance.now();
const { model, split, files, diagnostics, counts, spec: loaded } = generate(name, spec, basename(spec), { root });
if (model !== undefined && split !== undefined) {
  const runtime = currentRuntime();
  const identity = { name: `@corpus/${name}`, version: "0.0.0", runtime };
  const all = [...standAlonePackage(model, split, files, identity), ...files];
  for (const [file, text] of all) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}
const seconds = (performance.now() - start) / 1000;
const report: GenerateReport = {
  seconds,
  megabytes: process.resourceUsage().maxRSS / 1024,
  errors: diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code),
  warnings: diagnostics.filter(({ severity }) => severity === "warning").map(({ code }) => code),
  diagnostics: formatDiagnostics(diagnostics, loaded.locate),
  operations: { in: counts.found, out: counts.emitted },
  client: model?.clientName ?? "",
};
writeFileSync(join(folder, "generate.json"), JSON.stringify(report));
