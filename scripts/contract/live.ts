import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkAppliance, formatDrift, markdownOf, readComplete, type DriftReport } from "@vendor-sdks/contract/live";
import { nodeFetch } from "@vendor-sdks/runtime/node";
import { root } from "../bin.ts";
import { loadSpec } from "../generate/load/load.ts";
import type { Output } from "../generate/output.ts";
import { servicesOf, specOf } from "../generate/specs.ts";
import { vendorModule } from "./vendor-module.ts";

export interface LiveOptions {
  /** The appliance's URL. */
  readonly target: string;
  /** May be left out where there is only one. */
  readonly vendor: string | undefined;
  readonly allowWrites: boolean;
  readonly drastic: readonly string[];
  readonly ca: string | undefined;
  readonly insecure: boolean;
  /** The report itself on stdout. */
  readonly json: boolean;
}

/** Where a visit takes its credentials from, and where it says what it has seen. */
export interface LiveSurroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: Output["stdout"];
  /** Folder for the reports. */
  readonly reports: string;
}

/** Visits an appliance, writes what it did that its spec does not say, and tells by its exit code whether that was anything. */
export async function runLive(
  { json, ...options }: LiveOptions,
  { environment, stdout, reports: folder }: LiveSurroundings,
): Promise<number> {
  const report = await check(options, environment);
  const { recordings, ...told } = report;
  const recorded = join(folder, "contract-live");
  rmSync(recorded, { recursive: true, force: true });
  mkdirSync(recorded, { recursive: true });
  writeFileSync(join(recorded, `${report.service}.json`), `${JSON.stringify(recordings, undefined, 2)}\n`);
  const text = `${JSON.stringify(told, undefined, 2)}\n`;
  writeFileSync(join(folder, "drift.json"), text);
  writeFileSync(join(folder, "drift.md"), markdownOf([report]));
  stdout.write(json ? text : formatDrift(report));
  if (!json) stdout.write("reports/drift.md, reports/drift.json; recordings in reports/contract-live/\n");
  if (report.drifts > 0) return 1;
  // Nothing found where nothing was looked at is no good news.
  return report.shutOut === undefined ? 0 : 2;
}

async function check(
  { target, vendor, allowWrites, drastic, ca, insecure }: Omit<LiveOptions, "json">,
  environment: NodeJS.ProcessEnv,
): Promise<DriftReport> {
  const name = vendorOf(vendor);
  const file = specOf(root, name) ?? "";
  const loaded = loadSpec(join(root, file));
  const { spec, cases } = readComplete(pathToFileURL(`${join(root, "packages", name)}/`));
  const unknown = drastic.filter((each) => !spec.operations.has(each));
  if (unknown.length > 0) throw new Error(`${file} has no operation ${unknown.join(", ")}: correct --drastic`);
  const { makeClient, credentials } = await vendorModule(name, cases.client);
  await using fetch = nodeFetch({ insecure, ...(ca === undefined ? {} : { ca: { file: ca } }) });
  return await checkAppliance({
    spec,
    cases,
    client: makeClient,
    target,
    credentials: credentials(environment),
    allowWrites,
    drastic,
    fetch,
    place: (pointer) => ({ ...loaded.place(pointer), file }),
  });
}

function vendorOf(given: string | undefined): string {
  const all = servicesOf(root);
  if (given !== undefined && all.includes(given)) return given;
  const [only, ...others] = all;
  if (given === undefined && only !== undefined && others.length === 0) return only;
  const problem = given === undefined ? "Which vendor's appliance is it?" : `There is no vendor ${given}.`;
  throw new Error(`${problem} Name one of ${all.join(", ")}: pnpm contract --target URL ${all[0] ?? "vendor"}`);
}
