import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

import { objectAt, own, textAt } from "../generate/load/json.ts";
import { describeModule } from "./describe.ts";

export interface PublicPackage {
  readonly name: string;
  readonly version: string;
  /** Below `packages`. */
  readonly folder: string;
}

/** The packages that are published. */
export function publicPackages(root: string): PublicPackage[] {
  return readdirSync(join(root, "packages"))
    .filter((folder) => existsSync(join(root, "packages", folder, "package.json")))
    .map((folder) => [folder, manifestOf(root, folder)] as const)
    .filter(([, manifest]) => own(manifest, "private") !== true)
    .map(([folder, manifest]) => ({
      folder,
      name: textAt(manifest, "name") ?? folder,
      version: textAt(manifest, "version") ?? "0.0.0",
    }));
}

/** What a package exports, by entry, as the page that is reviewed. */
export function describePackage(root: string, { name, folder }: PublicPackage): string {
  const path = realpathSync(join(root, "packages", folder)).replaceAll("\\", "/");
  const entries = Object.entries(objectAt(manifestOf(root, folder), "exports")).flatMap(([entry, target]) => {
    const types = textAt(target, "types");
    return types === undefined ? [] : [[entry, types] as const];
  });
  const sections = entries.map(([entry, types]) => {
    const declarations = describeModule(join(path, types), path);
    return `## ${join(name, entry)}\n\n\`\`\`ts\n${declarations}\`\`\`\n`;
  });
  return `# What ${name} exports\n\nWritten by \`pnpm api:check --update\`: a change here is a change for users, and goes with a changeset.\n\n${sections.join("\n")}`;
}

function manifestOf(root: string, folder: string): unknown {
  return JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8"));
}
