import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { output } from "../run/output.ts";

/** A copy of all that git knows of, or would take in, as the first commit of a repository of its own. */
export async function copyTree(from: string, to: string): Promise<void> {
  const listed = await output("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], from);
  for (const file of listed.split("\0")) {
    // What is deleted and not yet committed is listed, too.
    if (file === "" || !existsSync(join(from, file))) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(from, file), join(to, file));
  }
  await output("git", ["init", "--quiet", "--initial-branch=main"], to);
  await commit(to, "What is released");
}

export async function commit(folder: string, message: string): Promise<void> {
  await output("git", ["add", "--all"], folder);
  const author = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal@localhost"];
  const flags = ["--quiet", "--no-verify", "--no-gpg-sign", "--allow-empty", "-m", message];
  // Changelogs name commits: the same tree has to be the same commit, whenever it is copied.
  const day = "2000-01-01T00:00:00Z";
  const dates = { GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
  await output("git", [...author, "commit", ...flags], folder, { ...process.env, ...dates });
}
