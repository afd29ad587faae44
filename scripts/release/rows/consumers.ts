import { join } from "node:path";
import { outerEnvironment } from "../../run/outer.ts";
import { output } from "../../run/output.ts";
import { runInChromium } from "../consumers/chromium.ts";
import { ALL_RESOLUTIONS, emit, typeCheck } from "../consumers/compile.ts";
import type { Consumer } from "../consumers/install.ts";
import type { Mocks } from "../consumers/mocks.ts";
import { runByReadme, RUNNERS, type ReadmeProject } from "../consumers/readme.ts";
import { runInWorkerd } from "../consumers/workerd.ts";
import { executable, tool, toolsOf } from "../tools.ts";
import { once, type Row } from "./row.ts";

export interface ConsumerStages {
  readonly npm: () => Promise<Consumer>;
  readonly pnpm: () => Promise<Consumer>;
  readonly mocks: () => Promise<Mocks>;
  readonly readme: () => Promise<ReadmeProject>;
}

type Run = (consumer: Consumer, addresses: Readonly<Record<string, string>>) => Promise<string>;

/** The Node whose words the others are held to: the one that the repository runs on. */
const YARDSTICK = "node-24";

/** Programs outside of the repository that use what lies in the registry. */
export function consumerRows({ npm, pnpm, mocks, readme }: ConsumerStages): Row[] {
  const built = once(async () => {
    const consumer = await npm();
    await emit(consumer.folder, await compiler("typescript-7"));
    return consumer;
  });
  const said = async (run: Run, consumer: Consumer): Promise<string> => run(consumer, (await mocks()).addresses);
  const expected = once(async () => said(onNode(YARDSTICK), await built()));
  const runs = (consumer: string, run: Run, from: () => Promise<Consumer> = built): Row => ({
    consumer,
    check: "runs",
    run: async () => {
      const text = await said(run, await from());
      if (text === "") throw new Error("the examples have said nothing");
      if (text === (await expected())) return `${text.split("\n").length} examples against the mocks`;
      throw new Error(
        `the examples say something else than on ${YARDSTICK}:\n${text}\nand there:\n${await expected()}`,
      );
    },
  });
  const nodes = toolsOf("node");
  return [
    { consumer: "npm", check: "installs", run: async () => (await npm(), "every package") },
    { consumer: "pnpm", check: "installs", run: async () => (await pnpm(), "every package") },
    ...toolsOf("typescript").flatMap((compiled) =>
      ALL_RESOLUTIONS.map((resolution) => ({
        consumer: compiled,
        check: resolution,
        run: async () => typeCheck((await npm()).folder, await compiler(compiled), resolution),
      })),
    ),
    ...nodes.map((node) => runs(node, onNode(node))),
    ...nodes.map((node) => ({
      consumer: node,
      check: "loads",
      run: async () => (await onNode(node, "every-entry")(await built(), {}), "every module of every package"),
    })),
    // Where nothing is found but what a package declares; Node takes the types out by itself.
    runs("pnpm", (consumer, addresses) => ran(process.execPath, ["src/main.ts"], consumer, addresses), pnpm),
    runs("bun", async (consumer, addresses) =>
      ran(await executable("bun", "bun"), ["src/main.ts"], consumer, addresses),
    ),
    runs("deno", async (consumer, addresses) => {
      const flags = [
        "run",
        "--allow-net=127.0.0.1",
        "--allow-env",
        "--node-modules-dir=manual",
        "--no-config",
        "--cached-only",
      ];
      return ran(await executable("deno", "deno"), [...flags, "src/main.ts"], consumer, addresses);
    }),
    runs("chromium", runInChromium),
    runs("workerd", runInWorkerd),
    ...RUNNERS.map((runner) => ({
      consumer: runner,
      check: "readme",
      run: async () => runByReadme(await readme(), runner),
    })),
  ];
}

async function compiler(name: string): Promise<string> {
  return join((await tool(name)).folder, "bin/tsc");
}

function onNode(name: string, program = "main"): Run {
  return async (consumer, addresses) =>
    ran(await executable(name, "node"), [`build/${program}.js`], consumer, addresses);
}

function ran(
  file: string,
  args: readonly string[],
  { folder }: Consumer,
  addresses: Readonly<Record<string, string>>,
): Promise<string> {
  return output(file, args, folder, { ...outerEnvironment(), NO_COLOR: "1", ...addresses });
}
