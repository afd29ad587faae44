export { checkAppliance, type ApplianceOptions, type LiveClientOptions } from "./check-appliance.ts";
export { formatDrift, markdownOf } from "./format.ts";
export { isDrift, type Kind, KINDS } from "./kinds.ts";
export type { Called, DriftReport, Finding, Purpose, Recording } from "./report.ts";
export { readComplete } from "../complete.ts";
