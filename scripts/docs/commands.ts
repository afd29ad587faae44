import { readFileSync } from "node:fs";
import { join } from "node:path";

import MarkdownIt, { type Token } from "markdown-it";

const parser = new MarkdownIt({ html: true });
const COMMAND = /\bpnpm(?: run)? ([a-z][\w:-]*)/g;

/** What pnpm does without a script. */
const BUILT_IN = new Set(["add", "exec", "install", "pack"]);

/** The commands in code of pages that the repository does not have, each with its place. */
export function commandFaults(root: string, files: readonly string[]): string[] {
  const { scripts = {} } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts?: Readonly<Record<string, string>>;
  };
  return files.flatMap((file) =>
    codeIn(readFileSync(join(root, file), "utf8")).flatMap(({ code, line }) =>
      [...code.matchAll(COMMAND)]
        .filter(([, name = ""]) => !Object.hasOwn(scripts, name) && !BUILT_IN.has(name))
        .map(([command]) => `${file}:${line} says ${command}, which package.json has no script for`),
    ),
  );
}

/** Spans of code, and blocks of what a shell is given. */
function codeIn(markdown: string): { readonly code: string; readonly line: number }[] {
  let line = 1;
  return parser.parse(markdown, {}).flatMap(({ type, info, content, children, map }: Token) => {
    line = map === null ? line : map[0] + 1;
    if (type === "fence") return info.trim() === "sh" ? [{ code: content, line }] : [];
    return (children ?? [])
      .filter((token) => token.type === "code_inline")
      .map((token) => ({ code: token.content, line }));
  });
}
