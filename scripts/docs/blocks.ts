import MarkdownIt from "markdown-it";

/** A block of TypeScript on a page. Lines are counted from 1. */
export interface Block {
  readonly file: string;
  /** Of its first line of code. */
  readonly line: number;
  readonly code: string;
  /** What stands in a comment before it, for what a reader takes as given; with the line that it begins in. */
  readonly before: { readonly line: number; readonly code: string } | undefined;
  /** What the page says that it prints: the block of `text` behind it. */
  readonly prints: { readonly line: number; readonly text: string } | undefined;
  /** The page that it is taken from: a comment before it says `as in packages/shop/README.md`. */
  readonly asIn: string | undefined;
  /** Why it is not run. */
  readonly noRun: string | undefined;
}

const parser = new MarkdownIt({ html: true });
const AS_IN = /^<!-- as in (\S+) -->\s*$/;
const BEFORE = /^<!-- before\n([\s\S]*?)-->\s*$/;

/** The blocks of TypeScript on a page of Markdown. */
export function blocksOf(file: string, markdown: string): Block[] {
  const tokens = parser.parse(markdown, {});
  return tokens.flatMap((token, index): Block[] => {
    const [language, ...rest] = token.info.trim().split(/\s+/);
    if (token.type !== "fence" || !/^(?:[mc]?tsx?|typescript)$/i.test(language ?? "")) return [];
    const [previous, next] = [tokens[index - 1], tokens[index + 1]];
    const said = previous?.type === "html_block" ? previous.content : "";
    const comment = BEFORE.exec(said)?.[1];
    return [
      {
        file,
        line: (token.map?.[0] ?? 0) + 2,
        code: token.content,
        before: comment === undefined ? undefined : { line: (previous?.map?.[0] ?? 0) + 2, code: comment },
        prints:
          next?.type === "fence" && next.info.trim() === "text"
            ? { line: (next.map?.[0] ?? 0) + 2, text: next.content.trimEnd() }
            : undefined,
        asIn: AS_IN.exec(said)?.[1],
        noRun: noRunOf(rest.join(" "), `${file}:${(token.map?.[0] ?? 0) + 1}`),
      },
    ];
  });
}

function noRunOf(info: string, place: string): string | undefined {
  if (info === "") return undefined;
  const reason = /^no-run="([^"]+)"$/.exec(info)?.[1];
  if (reason === undefined)
    throw new Error(`${place}: \`\`\`ts ${info} is unknown: write \`\`\`ts no-run="the reason"`);
  return reason;
}
