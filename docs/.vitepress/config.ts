import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { defineConfig, type Plugin, type UserConfig } from "vitepress";
import { linkFaults, slugOf } from "../../scripts/docs/links.ts";
import { pagesIn } from "../../scripts/docs/page-files.ts";
import { servicesOf } from "../../scripts/generate/specs.ts";
import { homeOf, manifestOf } from "./home.ts";
import { plainPages } from "./markdown.ts";
import { addressOf, routeOf } from "./routes.ts";
import { sidebarOf } from "./sidebar.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const pages = new Set(pagesIn(root));
const { name, description, repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly name: string;
  readonly description: string;
  readonly repository: { readonly url: string };
};
const url = repository.url.replace(/^git\+|\.git$/g, "");

/** Pages lie where nothing of the site is installed, and the components that are made of them import Vue. */
const resolveFromHere: Plugin = {
  name: "site:resolve-from-here",
  enforce: "pre",
  resolveId(source, importer, options) {
    if (!/^vue(?:\/|$)/.test(source) || importer?.endsWith(".md") !== true) return undefined;
    return this.resolve(source, join(root, "docs/package.json"), { ...options, skipSelf: true });
  },
};

const config: UserConfig = defineConfig({
  title: name,
  description,
  base: process.env["SITE_BASE"] ?? "/",
  // The pages lie all over the repository, for its readers; each has one source, which is not copied.
  srcDir: "..",
  srcExclude: globSync("**/*.md", { cwd: root, exclude: ["**/node_modules/**", "**/dist/**"] }).filter(
    (file) => !pages.has(file),
  ),
  rewrites: routeOf,
  cacheDir: ".vitepress/cache",
  outDir: ".vitepress/dist",
  metaChunk: true,
  vite: { publicDir: join(root, "docs/public"), plugins: [resolveFromHere] },
  markdown: {
    // As the repository's host does, so that links to headings work on both.
    anchor: { slugify: slugOf },
    config: (md) => plainPages(md, { root, url, pages }),
  },
  transformPageData: ({ filePath, frontmatter }) =>
    filePath === "README.md" ? { title: name, frontmatter: { ...frontmatter, ...homeOf(root) } } : undefined,
  // linkFaults tells of them with file and line.
  ignoreDeadLinks: true,
  buildEnd: () => {
    const broken = linkFaults(root, [...pages]);
    if (broken.length > 0) throw new Error(`Links that lead nowhere:\n${broken.join("\n")}`);
  },
  themeConfig: {
    nav: [
      { text: "Guides", link: addressOf("docs/README.md"), activeMatch: "^/guides/" },
      {
        text: "Reference",
        activeMatch: "^/reference/",
        items: servicesOf(root).map((service) => ({
          text: manifestOf(root, `packages/${service}`).name,
          link: addressOf(`packages/${service}/docs/README.md`),
        })),
      },
      { text: "GitHub", link: url },
    ],
    sidebar: sidebarOf(root, pages),
    outline: { level: [2, 3] },
    search: { provider: "local" },
    editLink: { pattern: `${url}/edit/main/:path`, text: "Edit this page" },
  },
});

export default config;
