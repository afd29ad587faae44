import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BundleReport } from "./bundle/measure.ts";
import { bundleLimits, bundleSections } from "./bundle/sections.ts";
import type { CpuReport } from "./cpu/measure.ts";
import { cpuSections } from "./cpu/sections.ts";
import { isOver, type Held } from "./limits.ts";
import { formatSection } from "./table.ts";
import type { TypesReport } from "./types/measure.ts";
import { typesLimits, typesSections } from "./types/sections.ts";

export interface Report {
  readonly node: string;
  readonly bundle?: BundleReport;
  readonly cpu?: CpuReport;
  readonly types?: TypesReport;
}

export function formatReport({ node, bundle, cpu, types }: Report): string {
  const sections = [
    ...(bundle === undefined ? [] : bundleSections(bundle)),
    ...(cpu === undefined ? [] : cpuSections(cpu)),
    ...(types === undefined ? [] : typesSections(types)),
  ];
  return [`# What a client weighs and costs (Node ${node})`, "", ...sections.map(formatSection)].join("\n");
}

/** Sizes and counts that are over their limits; timings have none. */
export function overLimits({ bundle, types }: Report): Held[] {
  const all = [
    ...(bundle === undefined ? [] : bundleLimits(bundle)),
    ...(types === undefined ? [] : typesLimits(types)),
  ];
  return all.filter(isOver);
}

export function writeReport(report: Report, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "bench-runtime.json"), `${JSON.stringify(report, undefined, 2)}\n`);
  writeFileSync(join(folder, "bench-runtime.md"), formatReport(report));
}
