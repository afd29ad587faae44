import type { BundleReport } from "./bundle/measure.ts";
import type { CpuReport } from "./cpu/measure.ts";
import type { TypesReport } from "./types/measure.ts";

/** What the bench's report holds, part by part. */
export interface Figures {
  readonly bundle?: BundleReport;
  readonly cpu?: CpuReport;
  readonly types?: TypesReport;
}
