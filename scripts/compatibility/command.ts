import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { publicPackages } from "../api/packages.ts";
import type { Output } from "../generate/output.ts";
import { releasesOf } from "../generate/package/releases.ts";
import { generateService, problemsOf } from "../generate/service.ts";
import { handWrittenOf } from "../generate/specs.ts";
import { type Compatibility, compatibilityPage } from "./render.ts";

const PAGE = "docs/compatibility.md";

const USAGE = `pnpm compatibility            fails if ${PAGE} is not what the specs say
pnpm compatibility --update   writes it
`;

/** The command `pnpm compatibility`. Gives the exit code. */
export function runCompatibility(argv: readonly string[], root: string, { stdout, stderr }: Output): number {
  const { values } = parseArgs({
    args: [...argv],
    options: { update: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) return (stdout.write(USAGE), 0);
  const all: Compatibility[] = [];
  // Of a vendor's own document nobody has written down where its facts come from.
  for (const service of handWrittenOf(root)) {
    const generated = generateService(service, root);
    if (generated.model === undefined) return (stderr.write(problemsOf([generated])), 1);
    const { title, groups } = generated.model;
    const { name, version } = published(root, service);
    const operations = groups.flatMap((group) => group.operations);
    all.push({ packageName: name, version, title, releases: releasesOf(generated.spec.document, operations) });
  }
  const [file, text] = [join(root, PAGE), compatibilityPage(all)];
  const isCurrent = existsSync(file) && readFileSync(file, "utf8") === text;
  if (isCurrent) return (stdout.write(`${PAGE} is what the specs say\n`), 0);
  if (!values.update)
    return (
      stderr.write(
        `${PAGE} is not what the specs say. Run \`pnpm compatibility --update\`, and review what it changes\n`,
      ),
      1
    );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return (stdout.write(`wrote ${PAGE}\n`), 0);
}

function published(root: string, service: string): { readonly name: string; readonly version: string } {
  const found = publicPackages(root).find(({ folder }) => folder === service);
  if (found === undefined) throw new Error(`packages/${service} is no package that is published`);
  return found;
}
