import { runExplain } from "./explain/run.ts";
import { annotationsOf, driftOf, generateService, problemsOf, write } from "./service.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import type { Output } from "./output.ts";
import { runStandAlone } from "./package/run.ts";
import type { Environment } from "../run/github.ts";
import { servicesOf } from "./specs.ts";

/** The command `pnpm generate`; `root` holds the folders specs and packages. Gives the exit code. */
export function runGenerate(
  argv: readonly string[],
  root: string,
  output: Output,
  environment: Environment = {},
): number {
  const { stdout, stderr } = output;
  const say = (text: string): number => (stdout.write(text), 0);
  const fail = (text: string): number => (stderr.write(text), 1);

  const options = readOptions(argv);
  if (typeof options === "string") return fail(`${options}\n\n${USAGE}`);
  if (options.help) return say(USAGE);
  if (options.standAlone !== undefined) return runStandAlone(options.standAlone, options, output);
  const services = chosenServices(options, root);
  if (typeof services === "string") return fail(services);
  if (options.explain !== undefined)
    return runExplain({ ...options.explain, root: options.root, tolerant: options.tolerant }, services, root, output);

  // All specs are read before anything is written, so that a mistake in one leaves every package as it was.
  const all = services.map((name) => generateService(name, root));
  stderr.write(problemsOf(all));
  stdout.write(annotationsOf(all, root, environment));
  if (all.some(({ model }) => model === undefined)) return fail("Nothing was written.\n");

  if (!options.check) return say(all.map((each) => write(each, root)).join(""));
  const drift = all.flatMap((each) => driftOf(each, root));
  if (drift.length === 0) return say(`What is emitted is up to date: ${all.map(({ name }) => name).join(", ")}\n`);
  return fail(
    `These files are not what the specs make of them:\n${drift.join("")}Run \`pnpm generate\` and commit the result.\n`,
  );
}

/** The services that were named, all of them without a name, or what is wrong with the names. */
export function chosenServices({ vendors }: Options, root: string): readonly string[] | string {
  const known = servicesOf(root);
  const unknown = vendors.filter((name) => !known.includes(name));
  if (unknown.length > 0) return `There is no spec of ${unknown.join(", ")}. There are: ${known.join(", ")}\n`;
  return vendors.length === 0 ? known : vendors;
}
