// `pnpm mock`: Prism, in a process of its own for each service, until Ctrl-C.
import { styleText } from "node:util";
import { startAppliances, stopAppliances, type Appliance } from "./mock/appliances.ts";
import { mockArguments } from "./mock/arguments.ts";
import { chooseExample, clientExample, curlExample } from "./mock/example.ts";
import { readVendor, vendorNames } from "./mock/vendor.ts";

const USAGE = `pnpm mock [vendor…] [--port N]   starts a mock appliance of each vendor, of all unless some are named

  --port N   port of the first, the others take the next ones; 0 takes free ones.
             Without it each vendor has a port of its own, from 4010 on, which the API explorer of the site knows
  --help     this text

Each mock prints its base URL and two examples to paste. Ctrl-C stops them all.
`;

async function main(): Promise<void> {
  const stop = Promise.withResolvers<void>();
  const asked = mockArguments(process.argv.slice(2), vendorNames());
  if (asked.help) return say(USAGE);
  const vendors = asked.vendors.map(readVendor);
  process.once("SIGINT", stop.resolve).once("SIGTERM", stop.resolve);
  const appliances = await startAppliances(vendors, asked.ports);
  say(`${appliances.map(describe).join("\n")}\nCtrl-C stops ${appliances.length === 1 ? "it" : "them"}.\n`);
  await stop.promise;
  await stopAppliances(appliances);
}

function describe({ vendor, mock: { baseUrl } }: Appliance): string {
  const example = chooseExample(vendor);
  const lines = [curlExample(vendor, example, baseUrl), "", ...clientExample(vendor, example, baseUrl)];
  const text = lines.map((line) => (line === "" ? "\n" : `  ${line}\n`)).join("");
  return `${styleText("bold", vendor.name)}  ${styleText("cyan", baseUrl)}\n\n${text}`;
}

function say(text: string): void {
  process.stdout.write(text);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`mock: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
