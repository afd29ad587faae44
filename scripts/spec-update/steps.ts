import { updatePage } from "../api/command.ts";
import { runCompatibility } from "../compatibility/command.ts";
import { write } from "../generate/service.ts";
import { writeCompared } from "../spec-diff/vendor.ts";
import type { Vendor } from "./plan.ts";
import type { Tools } from "./tools.ts";

export interface Step {
  readonly name: string;
  /** Does it, and says what was done. */
  readonly run: () => Promise<string>;
}

/** What follows edits of specs, in its order: each step is whole, and needs those before it. */
export function stepsFor(vendors: readonly Vendor[], root: string, tools: Tools): Step[] {
  const names = vendors.map((vendor) => vendor.package.name);
  return [
    step("generate", () => vendors.map(({ generated }) => write(generated, root)).join("")),
    step("changeset", () => vendors.map(({ compared }) => writeCompared(compared, root)).join("")),
    step("compatibility", () => compatibility(root)),
    { name: "build", run: async () => (await tools.build(names), "") },
    step("exports", () => vendors.map((vendor) => exports(vendor, root)).join("")),
    { name: "contract", run: async () => (await tools.contract(names), `the suites of ${names.join(", ")} are green`) },
  ];
}

function step(name: string, run: () => string): Step {
  return { name, run: () => Promise.resolve().then(run) };
}

function exports(vendor: Vendor, root: string): string {
  return updatePage(root, vendor.package) ? `wrote packages/${vendor.package.folder}/api.md\n` : "";
}

function compatibility(root: string): string {
  const said = { out: "", err: "" };
  const output = {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  };
  if (runCompatibility(["--update"], root, output) !== 0) throw new Error(said.err);
  return said.out.startsWith("wrote") ? said.out : "";
}
