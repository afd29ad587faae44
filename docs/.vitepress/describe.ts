import MarkdownIt, { type Token } from "markdown-it";

export interface Description {
  readonly title: string;
  /** Its first sentence. */
  readonly summary: string;
}

const parser = new MarkdownIt({ html: true });

/** What a page is about, in its own words. */
export function describe(markdown: string): Description {
  const tokens = parser.parse(markdown.replace(/^---\n[\s\S]*?\n---\n/, ""), {});
  const inlineAfter = (isOpening: (token: Token, content: Token | undefined) => boolean): string => {
    const index = tokens.findIndex((token, at) => isOpening(token, tokens[at + 1]));
    return index === -1 ? "" : textOf(tokens[index + 1]?.children ?? []);
  };
  const title = inlineAfter(({ tag, type }) => type === "heading_open" && tag === "h1");
  // What begins with a link is the way back that emitted pages begin with.
  const text = inlineAfter(
    ({ level, type }, content) =>
      type === "paragraph_open" && level === 0 && content?.children?.[0]?.type !== "link_open",
  );
  return { title, summary: /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, ".") ?? text };
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ type, content }) => (type === "softbreak" ? " " : content)).join("");
}
