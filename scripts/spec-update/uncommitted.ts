import { output } from "../run/output.ts";

/** What follows the specs of these vendors and git has not committed, from the repository's root. */
export async function uncommitted(root: string, services: readonly string[]): Promise<string[]> {
  if (services.length === 0) return [];
  const places = services.flatMap((name) => [`specs/${name}`, `packages/${name}`, `.changeset/spec-${name}.md`]);
  const paths = [...places, "docs/compatibility.md"];
  const listed = await output("git", ["status", "--porcelain", "-z", "--no-renames", "-uall", "--", ...paths], root);
  return listed.split("\0").flatMap((entry) => (entry === "" ? [] : [entry.replace(/^.{1,2} /, "")]));
}
