import { posix } from "node:path";

import type { MarkdownRenderer } from "vitepress";
import { type Repository, siteLink } from "./links.ts";
import { withReports } from "./reports.ts";
import { addressOf } from "./routes.ts";

/** What VitePress tells of the page that it renders: `path` is where it lies on the site, or in the repository if `realPath` is missing. */
interface Environment {
  readonly path: string;
  readonly realPath?: string;
}

/** Lets pages be plain Markdown, as the repository's host shows them: their links work, and braces in them are no template. */
export function plainPages(md: MarkdownRenderer, repository: Repository): void {
  md.core.ruler.before("normalize", "reports", (state) => {
    state.src = withReports(state.src, repository.root, repository.pages);
  });
  md.core.ruler.push("repository_links", ({ env, tokens }) => {
    const { path, realPath = path } = env as Environment;
    const page = posix.relative(repository.root, realPath);
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      if (href !== null && token.attrGet("class") !== "header-anchor") {
        token.attrSet("href", siteLink(repository, page, href, addressOf));
      }
    }
    // Its first heading is what the home page begins with anyway.
    if (page === "README.md" && tokens[0]?.tag === "h1") tokens.splice(0, 3);
  });
  const text = md.renderer.rules.text;
  md.renderer.rules.text = (tokens, index, options, env, self) => {
    const html = text?.(tokens, index, options, env, self) ?? md.utils.escapeHtml(tokens[index]?.content ?? "");
    return html.replaceAll("{{", "&#123;&#123;");
  };
}
