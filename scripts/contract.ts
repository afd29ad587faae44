import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./bin.ts";

const USAGE = `pnpm contract                                  runs the contract suites against mocks, and prints what they have covered
pnpm contract --target URL VENDOR [option…]    holds a running appliance against its spec; exit code 1 where it drifts

  --allow-writes        calls what changes something, too: with the spec's examples, and on nothing that the run has not made
  --drastic OPERATION   calls an operation that the spec has a caution for; may be repeated
  --ca FILE             trusts a certificate, in PEM
  --insecure            trusts any certificate
  --json                prints the report as JSON

Credentials come from the environment: VENDOR_USERNAME, VENDOR_TOKEN and so on, as credentialsFromEnvironment has them.
\`node scripts/contract.ts --report\` prints what the suites have covered last, and writes reports/contract-coverage.html, .md and .json.
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      report: { type: "boolean", default: false },
      target: { type: "string" },
      "allow-writes": { type: "boolean", default: false },
      drastic: { type: "string", multiple: true, default: [] },
      ca: { type: "string" },
      insecure: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { target, ca, insecure, json, drastic } = values;
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (target === undefined) return values.report ? await report() : await suites();
  if (!URL.canParse(target)) throw new Error(`"${target}" is no URL: write --target https://appliance.example.com`);
  buildPackages();
  // Only what is built can be imported.
  const { runLive } = await import("./contract/live.ts");
  const [vendor] = positionals;
  const surroundings = { environment: process.env, stdout: process.stdout, reports: join(root, "reports") };
  return await runLive(
    { target, vendor, allowWrites: values["allow-writes"], drastic, ca, insecure, json },
    surroundings,
  );
}

async function report(): Promise<number> {
  // Only what is built can be imported.
  const { readReport } = await import("./contract/report.ts");
  const { tell } = await import("./contract/tell.ts");
  return tell(readReport(root), root, process, process.env);
}

function turbo(...args: readonly string[]): number {
  const command = [join(root, "scripts/turbo.ts"), "run", ...args, "--output-logs=errors-only"];
  return spawnSync(process.execPath, command, { stdio: ["inherit", 2, "inherit"], cwd: root }).status ?? 1;
}

async function suites(): Promise<number> {
  // Where a suite is red, the report says which cells are.
  const failed = turbo("contract", "--continue=dependencies-successful");
  return (await report()) || failed;
}

function buildPackages(): void {
  if (turbo("build") !== 0) throw new Error("The packages do not build, so no client of theirs can be run");
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
