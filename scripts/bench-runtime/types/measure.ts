import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../bin.ts";
import { output } from "../../run/output.ts";
import type { Package } from "../packages.ts";
import { awaited, awaitedDistinct, mixed, unused } from "./programs.ts";

/** Type instantiations of a program, over those of one that does nothing with its client. */
export interface TypesRow {
  readonly client: string;
  readonly unused: number;
  readonly awaited: number;
  readonly distinct: number;
  readonly mixed: number;
}

export interface TypesReport {
  readonly compiler: string;
  readonly rows: readonly TypesRow[];
}

// The compiler of the packages, not that of the scripts, which is older.
const TSC = join(root, "packages/runtime/node_modules/typescript/bin/tsc");

const OPTIONS = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  // Declarations are read as far as a program uses them.
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** Compiles programs as users would, against the built declarations. */
export async function measureTypes(packages: readonly Package[]): Promise<TypesReport> {
  const folder = mkdtempSync(join(tmpdir(), "bench-types-"));
  try {
    const rows: TypesRow[] = [];
    const scope = join(folder, "node_modules/@vendor-sdks");
    mkdirSync(scope, { recursive: true });
    for (const each of packages) {
      symlinkSync(join(root, "packages", each.name), join(scope, each.name), "junction");
      rows.push(await measureIn(folder, each));
    }
    return { compiler: await compilerVersion(), rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function compilerVersion(): Promise<string> {
  return (await output(process.execPath, [TSC, "--version"], root)).replace("Version", "TypeScript");
}

/** One package, which programs in the folder find by its name. */
export async function measureIn(folder: string, from: Package): Promise<TypesRow> {
  const base = await instantiations(unused(from), folder);
  return {
    client: from.name,
    unused: base,
    awaited: (await instantiations(awaited(from), folder)) - base,
    distinct: (await instantiations(awaitedDistinct(from), folder)) - base,
    mixed: (await instantiations(mixed(from), folder)) - base,
  };
}

export async function instantiations(program: string, folder: string): Promise<number> {
  writeFileSync(join(folder, "program.ts"), program);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS, files: ["program.ts"] }));
  const said = await output(process.execPath, [TSC, "--project", "tsconfig.json", "--extendedDiagnostics"], folder);
  const [, count] = /^Instantiations:\s+(\d+)$/m.exec(said) ?? [];
  if (count === undefined) throw new Error(`the compiler counts no instantiations:\n${said}`);
  return Number(count);
}
