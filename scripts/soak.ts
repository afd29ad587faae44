import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { root } from "./bin.ts";
import { soak } from "./soak/run.ts";
import { summaryOf } from "./soak/summary.ts";
import { loadVendor } from "./soak/vendor.ts";
import { servicesOf } from "./generate/specs.ts";

const USAGE = `node scripts/soak.ts [--calls 100000] [--vendor <name>]... [--seed <number>]

Calls the built clients, of all vendors unless some are named, against a server that fails at random: it is to hold that
every call settles exactly once, that the server sees a call that must not be repeated at most once (the replay after a
401 aside), and that the heap does not grow. With the same seed, the same faults meet the same calls.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      calls: { type: "string", default: "100000" },
      vendor: { type: "string", multiple: true },
      seed: { type: "string", default: String(randomInt(2 ** 31)) },
      help: { type: "boolean", default: false },
    },
  });
  const calls = Number(values.calls);
  const seed = Number(values.seed);
  if (values.help || !Number.isSafeInteger(calls) || calls < 1 || !Number.isSafeInteger(seed)) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 1;
  }
  const names = values.vendor ?? servicesOf(root);
  process.stdout.write(`Seed ${seed}\n`);
  let violations = 0;
  for (const name of names) {
    const report = await soak(await loadVendor(name), { calls: Math.ceil(calls / names.length), seed });
    process.stdout.write(summaryOf(report));
    violations += report.violations.length;
  }
  process.stdout.write(violations === 0 ? "Everything held\n" : `${violations} violations; seed ${seed}\n`);
  return violations === 0 ? 0 : 1;
}

process.exitCode = await main();
