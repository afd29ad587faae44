import { join } from "node:path";
import { root } from "./bin.ts";
import { measureBundles } from "./bench-runtime/bundle/measure.ts";
import { measureCpu } from "./bench-runtime/cpu/measure.ts";
import { grouped } from "./bench-runtime/limits.ts";
import { benchOptions, USAGE, type Options } from "./bench-runtime/options.ts";
import { readPackages } from "./bench-runtime/packages.ts";
import { formatReport, overLimits, writeReport, type Report } from "./bench-runtime/report.ts";
import { measureTypes } from "./bench-runtime/types/measure.ts";

async function main(options: Options): Promise<number> {
  const report = await measure(options);
  process.stdout.write(formatReport(report));
  writeReport(report, options.out ?? join(root, "reports"));
  const over = overLimits(report);
  if (!options.strict || over.length === 0) return 0;
  const lines = over.map(({ what, value, limit }) => `over its limit: ${what}: ${grouped(value)} of ${grouped(limit)}`);
  process.stderr.write(`${lines.join("\n")}\n`);
  return 1;
}

async function measure({ parts, rounds, calls }: Options): Promise<Report> {
  const packages = await readPackages();
  return {
    node: process.version,
    ...(parts.includes("bundle") && { bundle: await measureBundles(packages) }),
    ...(parts.includes("cpu") && { cpu: await measureCpu(packages, rounds, calls) }),
    ...(parts.includes("types") && { types: await measureTypes(packages) }),
  };
}

function optionsFrom(args: readonly string[]): Options | undefined {
  try {
    return benchOptions(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}

const options = optionsFrom(process.argv.slice(2));
if (options === undefined) process.exitCode = 2;
else if (options.help) process.stdout.write(USAGE);
else process.exitCode = await main(options);
