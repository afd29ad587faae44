import { blocksOf } from "../docs/blocks.ts";
import { programsOf } from "../docs/program.ts";
import { typeFaults } from "../docs/type-check.ts";
import { filesAt, isCommit, textAt } from "../spec-diff/base.ts";
import { bumpFor, covers } from "../spec-diff/bump.ts";
import { pendingBump } from "../spec-diff/pending.ts";
import type { PublicPackage } from "./packages.ts";

export interface ReleasedExamples {
  /** What was looked at, in a sentence. */
  readonly told: string;
  /** Empty if old examples compile, or if a changeset says that they need not. */
  readonly problem: string;
}

/** Holds what the last release of a package shows its users to what the package is now. */
export async function checkReleasedExamples(root: string, each: PublicPackage): Promise<ReleasedExamples> {
  const { name, version, folder } = each;
  const release = `${name}@${version}`;
  if (!isCommit(root, `refs/tags/${release}`)) {
    return { told: `${name}: there is no tag ${release}, so no example of a release is held to it\n`, problem: "" };
  }
  const pages = filesAt(root, release, `packages/${folder}`).filter((file) => file.endsWith(".md"));
  const blocks = pages.flatMap((file) => blocksOf(`${release}:${file}`, textAt(root, release, file) ?? ""));
  const faults = typeFaults(programsOf(blocks));
  const told = `${name}: ${blocks.length} examples of ${release}, ${faults.length} complaints\n`;
  const demanded = bumpFor([{ kind: "breaking" }], version);
  const pending = await pendingBump(root, name);
  if (faults.length === 0 || covers(pending, demanded)) return { told, problem: "" };
  const complaints = faults.map((fault) => `  ${fault}\n`).join("");
  return {
    told,
    problem: `${name}: examples of ${release} do not compile any more, which is ${demanded ?? ""}, but its changesets say ${pending ?? "nothing"}
${complaints}  to do: keep what they use, or say by \`pnpm changeset\` what users have to write instead
`,
  };
}
