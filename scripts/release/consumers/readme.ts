import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { outerEnvironment } from "../../run/outer.ts";
import { output } from "../../run/output.ts";
import type { Built } from "../build.ts";
import type { Registry } from "../registry.ts";
import { executable, versionOf } from "../tools.ts";
import { catalogOf, scopesAt, type Consumer } from "./install.ts";

// What the mock's README shows of vitest, jest and node:test, run as it stands there by a project that has installed what it says.

/** In the order of the README. */
export const RUNNERS = ["vitest", "jest", "node:test"] as const;

interface Example {
  readonly file: string;
  /** As it stands in the README, variables of the environment first. */
  readonly command: string;
  readonly code: string;
}

export interface ReadmeProject extends Consumer {
  readonly node: string;
  readonly examples: ReadonlyMap<string, Example>;
}

/** A project that has run the README's own line of installation, and has the runners besides. */
export async function installByReadme(
  lab: string,
  { folder: repository, packages }: Built,
  { url }: Registry,
): Promise<ReadmeProject> {
  const readme = readFileSync(join(repository, "packages/mock-server/README.md"), "utf8");
  const [, line] = /`(npm install --save-dev [^`\n]+)`/.exec(readme) ?? [];
  if (line === undefined) throw new Error("the mock's README does not say what is to be installed");
  const folder = join(lab, "readme-consumer");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "readme-consumer", private: true }));
  writeFileSync(join(folder, ".npmrc"), scopesAt(url, packages));
  const runners = [`vitest@${catalogOf(repository, "vitest")}`, `jest@${versionOf("jest")}`];
  // The mock wants a newer Node than the packages do.
  const node = await executable("node-24", "node");
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  await output("npm", [...line.split(" ").slice(1), ...runners, ...quiet], folder, environmentOf(node));
  return { folder, node, examples: examplesOf(readme) };
}

function examplesOf(readme: string): ReadonlyMap<string, Example> {
  const found = readme.matchAll(/^([\w:]+), `([^`]+)`, run by `([^`]+)`[\s\S]*?```\w+[^\n]*\n([\s\S]*?)```/gm);
  return new Map(
    [...found].map(([, runner = "", file = "", command = "", code = ""]) => [runner, { file, command, code }]),
  );
}

/** Runs the README's example for a runner; where it is CommonJS, then with `import` as well, of which the README says that it works alike. */
export async function runByReadme(project: ReadmeProject, runner: string): Promise<string> {
  const example = project.examples.get(runner);
  if (example === undefined) throw new Error(`the mock's README has no example of tests for ${runner}`);
  const { file, command, code } = example;
  await run(project, example);
  if (!code.includes("require(")) return `${command} with ${file}`;
  const imported = code.replace(/const (\{.*?\}) = require\((.*?)\);/, "import $1 from $2;");
  await run(project, { command, file: file.replace(/js$/, "mjs"), code: imported });
  return `${command} with ${file}, by require and by import`;
}

async function run({ folder, node }: ReadmeProject, { file, command: line, code }: Example): Promise<void> {
  // Each runner would take the others' files for its own.
  writeFileSync(join(folder, file), code);
  const words = line.split(" ");
  const given = words.filter((word) => /^[A-Z_]+=/.test(word));
  const [command = "", ...args] = words.slice(given.length);
  const variables = Object.fromEntries(
    given.map((word) => /^(.*?)=(.*)$/.exec(word)?.slice(1) ?? []),
  ) as NodeJS.Dict<string>;
  const said = await output(command, args, folder, { ...environmentOf(node), ...variables });
  rmSync(join(folder, file));
  // jest says all on stderr; where it finds no test it fails, which node does not.
  if (said !== "" && !/\b(?:1 passed|pass 1)\b/.test(said)) throw new Error(`${line} has not run ${file}:\n${said}`);
}

function environmentOf(node: string): NodeJS.ProcessEnv {
  const outer = outerEnvironment();
  return { ...outer, NO_COLOR: "1", PATH: [dirname(node), outer["PATH"]].join(delimiter) };
}
