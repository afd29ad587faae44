import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isRed, readCoverage, type Coverage } from "@vendor-sdks/contract/coverage";
import { root } from "../../bin.ts";
import { linkPackages } from "../../corpus/contract.ts";
import { runNode, type Ended } from "../../corpus/process.ts";

/** A package of a tiny spec, emitted and with contract tests of its own. */
export interface TinyPackage {
  readonly file: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  /** Runs the contract tests. */
  readonly run: (...args: readonly string[]) => Promise<Ended>;
  readonly coverage: () => Coverage;
  /** The red cells, as texts. */
  readonly red: () => string[];
  readonly remove: () => void;
}

export async function tinyPackage(spec: string): Promise<TinyPackage> {
  const folder = mkdtempSync(join(tmpdir(), "tiny-"));
  const inside = join(folder, "package");
  mkdirSync(inside);
  writeFileSync(join(folder, "a.yaml"), spec);
  const generator = join(root, "scripts/corpus/generate.ts");
  const { problem, output } = await runNode([generator, join(folder, "a.yaml"), inside, "a", folder], inside, 60);
  if (problem !== undefined) throw new Error(`${problem}\n${output}`);
  linkPackages(inside);
  const file = (name: string): string => join(inside, name);
  const write = (name: string, text: string): void => writeFileSync(file(name), text);
  write(
    "vitest.config.ts",
    'import { contractProject } from "@vendor-sdks/contract/config";\n\nexport default contractProject("*.test.ts");\n',
  );
  const { client } = JSON.parse(readFileSync(file("generate.json"), "utf8")) as { readonly client: string };
  write("vendor.ts", vendor(client));
  for (const part of ["answers", "proxy"]) write(`${part}.test.ts`, suite(`contractSuite(vendor, "${part}");`));
  const coverage = (): Coverage => readCoverage(pathToFileURL(`${inside}/`), { skips: [], problems: [] });
  return {
    file,
    write,
    run: (...args) =>
      runNode(
        [join(root, "packages/contract/node_modules/vitest/vitest.mjs"), "run", "--root", inside, ...args],
        inside,
        120,
      ),
    coverage,
    remove: () => rmSync(folder, { recursive: true }),
    red: () =>
      coverage()
        .cells.filter(isRed)
        .map(
          ({ status, credentials, route, state, why }) => `${status} ${credentials} ${route} ${state}: ${why ?? ""}`,
        ),
  };
}

/** A test file that calls the suite. */
export function suite(call: string): string {
  return `import { contractSuite } from "@vendor-sdks/contract";
import { describe } from "vitest";
import { vendor } from "./vendor.ts";

${call}
`;
}

function vendor(client: string): string {
  return `import { ${client}, isApiError } from "./src/index.ts";

export const vendor = { folder: new URL("./", import.meta.url), client: ${client}, isApiError };
`;
}
