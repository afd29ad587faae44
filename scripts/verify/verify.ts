import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatDiagnostics } from "../generate/diagnostics/diagnostic.ts";
import { generate, type Generated } from "../generate/generate.ts";
import { textAt } from "../generate/load/json.ts";
import { workspaceManifest } from "../generate/package/manifest.ts";
import { serviceOf } from "../generate/package/name.ts";
import { SOURCES } from "../generate/package/sources.ts";
import { handWrittenOf, specOf } from "../generate/specs.ts";
import { TSCONFIG } from "../new-vendor/package.ts";
import { NOTICES } from "../notices/render.ts";
import { differences } from "../tarball/compare.ts";
import { manifestIn, readTarball, type TarballFile, textIn } from "../tarball/read.ts";
import { buildDist } from "./build.ts";
import { manifestProblems } from "./manifest.ts";

export interface Verdict {
  /** What is not as the generator makes it, a line for each file. */
  readonly problems: readonly string[];
  /** How many files were held to it. */
  readonly compared: number;
  /** Files that people write: no generator can vouch for them. */
  readonly prose: readonly string[];
}

const SPEC = "openapi.json";
const PROSE = ["README.md", "CHANGELOG.md"];

/** Whether a tarball is what this repository's generator and build make of the description that lies in it. Throws what cannot be judged. */
export async function verifyPackage(file: string, root: string): Promise<Verdict> {
  const files = readTarball(file);
  const manifest = manifestIn(files);
  const name = textAt(manifest, "name") ?? "";
  const document = textIn(files, SPEC);
  if (document === undefined)
    throw new Error(`${name} has no ${SPEC}: it is no package that is generated from a description`);
  const service = serviceOf(name);
  const shown = specOf(root, service);
  if (shown === undefined)
    throw new Error(
      `${name} is no package of this repository: there is no specs/${service}. Verify it in the repository that makes it`,
    );

  const { model, files: emitted } = regenerate(service, document, shown, file);
  const { version = "", title } = { version: textAt(manifest, "version"), title: model.title };
  const written = workspaceManifest(
    { name, service, version, title },
    { faults: handWrittenOf(root).includes(service) },
  );
  const sources = new Map([
    ...emitted,
    ...Object.entries(SOURCES),
    ["tsconfig.json", TSCONFIG],
    ["package.json", written],
  ]);
  const dist = await buildDist(root, join(root, "packages", service), buildArguments(written), sources);

  const expected = [...dist, ...shipped(emitted), ...beside(root, service, files)];
  const held = files.filter(({ path }) => path !== "package.json" && !PROSE.includes(path));
  const names = ["the tarball", "what the generator makes"] as const;
  return {
    problems: [...manifestProblems(manifest, JSON.parse(written)), ...differences(held, expected, names)],
    compared: held.length + 1,
    prose: files.map(({ path }) => path).filter((path) => PROSE.includes(path)),
  };
}

type Whole = Generated & { readonly model: NonNullable<Generated["model"]> };

function regenerate(service: string, document: string, shown: string, file: string): Whole {
  const folder = mkdtempSync(join(tmpdir(), "spec-"));
  try {
    writeFileSync(join(folder, SPEC), document);
    const generated = generate(service, join(folder, SPEC), shown);
    const { model } = generated;
    if (model !== undefined) return { ...generated, model };
    const told = formatDiagnostics(generated.diagnostics, generated.spec.locate);
    throw new Error(`${SPEC} in ${file} is no whole description:\n${told}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The arguments of the build script, whose configuration lies two folders up. */
function buildArguments(manifest: string): string[] {
  const script = textAt((JSON.parse(manifest) as { readonly scripts: unknown }).scripts, "build") ?? "";
  return script.split(" ").slice(1);
}

/** What is emitted and lies in the package as it is, besides what is built of it. */
function shipped(emitted: ReadonlyMap<string, string>): TarballFile[] {
  return [...emitted]
    .filter(([path]) => path === SPEC || path.startsWith("docs/"))
    .map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
}

/** What is copied into a package as it lies in the repository. */
function beside(root: string, service: string, files: readonly TarballFile[]): TarballFile[] {
  const copied = { LICENSE: join(root, "LICENSE"), [NOTICES]: join(root, "packages", service, NOTICES) };
  return Object.entries(copied)
    .filter(([path, from]) => existsSync(from) || files.some((each) => each.path === path))
    .map(([path, from]) => ({ path, bytes: readFileSync(from) }));
}
