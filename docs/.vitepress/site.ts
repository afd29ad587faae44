import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { defineConfig, type DefaultTheme, type Plugin, type UserConfig } from "vitepress";
import { slugOf } from "../../scripts/docs/links.ts";
import { pagesIn } from "../../scripts/docs/page-files.ts";
import { specOf } from "../../scripts/generate/specs.ts";
import { contentsOf, summariesOf } from "./contents.ts";
import { finish } from "./finish.ts";
import { homeOf, manifestOf } from "./home.ts";
import { madePages } from "./made-pages.ts";
import { plainPages } from "./markdown.ts";
import { missingReports } from "./reports.ts";
import { POLICY } from "./policy.ts";
import { packageOf, routeOf } from "./routes.ts";
import { sidebarOf } from "./sidebar.ts";
import { themeOf } from "./theme-config.ts";

/** What a build is told by variables. */
interface Environment {
  /** Where the site will be, such as `https://example.com/docs/`. */
  readonly SITE_URL?: string | undefined;
  /** That nothing may be missing that can be measured. */
  readonly SITE_COMPLETE?: string | undefined;
}

/** The site of a repository, made of its pages where they lie. */
export function siteOf(root: string, { SITE_URL = "/", SITE_COMPLETE }: Environment): UserConfig<DefaultTheme.Config> {
  const { name, description, repository } = manifestOf(root, ".");
  const url = repository.url.replaceAll(/^git\+|\.git$/g, "");
  const address = SITE_URL.replace(/\/?$/, "/");
  const base = new URL(address, "http://localhost").pathname;
  const pages = new Set(pagesIn(root));
  const contents = contentsOf(root, pages);
  const summaries = summariesOf(root, contents, pages);
  const missing = missingReports(root);
  if (SITE_COMPLETE !== undefined && missing.length > 0) throw new Error(missing.join("\n"));
  return defineConfig({
    title: name,
    description,
    base,
    // The pages lie all over the repository, for its readers; each has one source, which is not copied.
    srcDir: root,
    srcExclude: othersIn(root, pages),
    rewrites: routeOf,
    head: [POLICY, ["link", { rel: "icon", href: `${base}favicon.svg`, type: "image/svg+xml" }]],
    metaChunk: true,
    vite: {
      publicDir: join(root, "docs/public"),
      plugins: [resolveFromHere],
      // The index of the search is large, and fetched by whoever searches.
      build: { chunkSizeWarningLimit: 2000 },
    },
    markdown: {
      // As the repository's host does, so that links to headings work on both.
      anchor: { slugify: slugOf },
      // The usual ones are too pale in places.
      theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
      config: (md) => plainPages(md, { root, url, pages }),
    },
    transformPageData: ({ filePath, frontmatter, params }) => {
      if (filePath === "README.md") return { title: name, frontmatter: { ...frontmatter, ...homeOf(root) } };
      const summary = summaries.get(filePath) ?? String(params?.["summary"] ?? "");
      const service = packageOf(filePath);
      if (service === undefined) return { description: summary };
      // Packages have pages of the same name; and what is emitted is edited in its spec.
      const titleTemplate = `:title | ${manifestOf(root, `packages/${service}`).name}`;
      return { description: summary, titleTemplate, filePath: specOf(root, service) ?? filePath };
    },
    // Told at the end, with file and line.
    ignoreDeadLinks: true,
    buildEnd: ({ outDir, logger }) => {
      for (const each of missing) logger.warn(each);
      const site = { name, description, address, contents, summaries, made: madePages(root) };
      finish(outDir, { root, url, pages }, site, base);
    },
    themeConfig: themeOf(root, url, base, sidebarOf(contents)),
  });
}

/** What is Markdown, and no page. What stands in brackets makes pages: see `docs/explorer`. */
function othersIn(root: string, pages: ReadonlySet<string>): string[] {
  const files = globSync("**/*.md", { cwd: root, exclude: ["**/node_modules/**", "**/dist/**"] });
  return files.map((file) => file.replaceAll("\\", "/")).filter((file) => !pages.has(file) && !file.includes("["));
}

/** Pages lie where nothing of the site is installed, and the components that are made of them import Vue. */
const resolveFromHere: Plugin = {
  name: "site:resolve-from-here",
  enforce: "pre",
  resolveId(source, importer, options) {
    if (!/^vue(?:\/|$)/.test(source) || importer?.endsWith(".md") !== true) return undefined;
    return this.resolve(source, fileURLToPath(import.meta.url), { ...options, skipSelf: true });
  },
};
