// `pnpm smoke`: the packages as users get them. Packs them, installs the tarballs in a fresh folder, compiles the examples there and
// runs them against mocks, with the Node and the npm that this machine has outside the repository.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./bin.ts";
import { compile } from "./smoke/compile.ts";
import { install } from "./smoke/install.ts";
import { startMocks } from "./smoke/mocks.ts";
import { outerEnvironment, outerNode } from "./run/outer.ts";
import { pack } from "./smoke/pack.ts";
import { output } from "./run/output.ts";

const folder = mkdtempSync(join(tmpdir(), "smoke-"));
try {
  const { path: node, version } = outerNode();
  const tarballs = await pack(join(folder, "tarballs"));
  console.log(`packed: ${tarballs.map(({ name }) => name).join(", ")}`);

  const consumer = join(folder, "consumer");
  cpSync(join(root, "examples/src"), join(consumer, "src"), { recursive: true });
  await install(consumer, tarballs);
  console.log("installed by npm, with nothing of the workspace");

  for (const compiled of await compile(consumer)) console.log(`compiled: ${compiled}`);

  await using mocks = await startMocks();
  const said = await output(node, ["build/main.js"], consumer, { ...outerEnvironment(), ...mocks.addresses });
  console.log(`ran on Node ${version}:\n${said.replaceAll(/^/gm, "  ")}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
