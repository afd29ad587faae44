import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { checkReleasedExamples } from "../../api/examples.ts";
import { folderWith } from "../support/folder.ts";

const timeout = 30_000;

/** A repository with a package of this one, whose README had this example when it was released, and has none now. */
function released(example: string, files: Readonly<Record<string, string>> = {}, version = "1.2.0"): string {
  const root = folderWith({
    "package.json": JSON.stringify({ name: "root", private: true }),
    "packages/runtime/README.md": `# Runtime\n\n\`\`\`ts\n${example}\n\`\`\`\n`,
    ".changeset/config.json": "{}",
    ...files,
  });
  const git = (...args: string[]): void => {
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: root, stdio: "pipe" });
  };
  git("init", "--initial-branch=main");
  git("add", ".");
  git("commit", "--message", "release");
  git("tag", `@vendor-sdks/runtime@${version}`);
  git("rm", "--quiet", "packages/runtime/README.md");
  git("commit", "--message", "no examples any more");
  return root;
}

const runtime = (version = "1.2.0") => ({ name: "@vendor-sdks/runtime", version, folder: "runtime" });
const works = 'import { ApiError } from "@vendor-sdks/runtime";\n\nconsole.log(ApiError.name);';
const broken = works.replace("ApiError }", "ApiError, isGone }").replace(".name", ".name, isGone");
const changeset = (bump: string) => ({ ".changeset/mine.md": `---\n"@vendor-sdks/runtime": ${bump}\n---\n\nGone.\n` });

test("examples of a release that compile against the new build are no problem", { timeout }, async () => {
  expect(await checkReleasedExamples(released(works), runtime())).toEqual({
    told: "@vendor-sdks/runtime: 1 examples of @vendor-sdks/runtime@1.2.0, 0 complaints\n",
    problem: "",
  });
});

test(
  "one that does not compile any more is told with its place in the release, and what to do",
  { timeout },
  async () => {
    const { problem } = await checkReleasedExamples(released(broken), runtime());
    expect(problem).toContain("do not compile any more, which is major, but its changesets say nothing\n");
    expect(problem).toContain("@vendor-sdks/runtime@1.2.0:packages/runtime/README.md:4:20 ");
    expect(problem).toContain("to do: ");
  },
);

test(
  "a changeset that is high enough says that it is meant so, and one that is not does not",
  { timeout },
  async () => {
    const check = async (bump: string, version?: string): Promise<string> =>
      (await checkReleasedExamples(released(broken, changeset(bump), version), runtime(version))).problem;
    expect(await check("major")).toBe("");
    expect(await check("minor")).toContain("which is major, but its changesets say minor");
    expect(await check("minor", "0.3.0")).toBe("");
    expect(await check("patch", "0.3.0")).toContain("which is minor, but its changesets say patch");
  },
);

test("a package that was never released has no examples, which is said", async () => {
  expect(await checkReleasedExamples(released(works), runtime("9.9.9"))).toEqual({
    told: "@vendor-sdks/runtime: there is no tag @vendor-sdks/runtime@9.9.9, so no example of a release is held to it\n",
    problem: "",
  });
});
