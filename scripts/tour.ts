// `npm start`: every package's own client signs in to a mock appliance and walks through its session operations.
import { startAppliances, stopAppliances } from "./mock/appliances.ts";
import { readVendor, vendorNames } from "./mock/vendor.ts";
import { printSummary, printWalk } from "./tour/print.ts";
import { walk } from "./tour/walk.ts";

async function main(): Promise<number> {
  const vendors = vendorNames().map(readVendor);
  process.stdout.write(`Starting ${vendors.length} mock appliances …\n\n`);
  const appliances = await startAppliances(vendors);
  const results: { readonly name: string; readonly problem?: string }[] = [];
  try {
    for (const appliance of appliances) {
      const walked = await walk(appliance);
      const { problem } = walked;
      results.push({ name: appliance.vendor.name, ...(problem === undefined ? {} : { problem }) });
      process.stdout.write(`${printWalk(appliance, walked)}\n`);
    }
  } finally {
    await stopAppliances(appliances);
  }
  const failed = results.length === 0 || results.some(({ problem }) => problem !== undefined);
  (failed ? process.stderr : process.stdout).write(printSummary(results));
  return failed ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`tour: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
