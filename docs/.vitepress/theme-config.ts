import type { DefaultTheme } from "vitepress";
import { servicesOf } from "../../scripts/generate/specs.ts";
import { exploredServices, explorerPage } from "./explorer-pages.ts";
import { manifestOf } from "./home.ts";
import { addressOf, packageOf } from "./routes.ts";

/** What stands around the pages. */
export function themeOf(
  root: string,
  url: string,
  base: string,
  sidebar: DefaultTheme.SidebarMulti,
): DefaultTheme.Config {
  const nameOf = (service: string): string => manifestOf(root, `packages/${service}`).name;
  const explorers = exploredServices(root).map((service) => ({
    text: nameOf(service),
    link: addressOf(explorerPage(service)),
  }));
  return {
    nav: [
      { text: "Guides", link: addressOf("docs/README.md"), activeMatch: "^/guides/" },
      {
        text: "Reference",
        activeMatch: "^/reference/",
        items: servicesOf(root).map((service) => ({
          text: nameOf(service),
          link: addressOf(`packages/${service}/docs/README.md`),
        })),
      },
      ...(explorers.length === 0 ? [] : [{ text: "Explorer", activeMatch: "^/explorer/", items: explorers }]),
      { text: "Proof", link: addressOf("docs/proof.md") },
      { text: "GitHub", link: url },
    ],
    sidebar,
    outline: { level: [2, 3] },
    search: {
      provider: "local",
      options: {
        // Packages have pages of the same name, and what is found is shown by its headings alone.
        _render(source, env: { relativePath: string; frontmatter?: { search?: boolean } }, md) {
          const html = md.render(source, env);
          const service = packageOf(env.relativePath);
          return service === undefined ? html : html.replace(' <a class="header-anchor"', ` · ${nameOf(service)}$&`);
        },
      },
    },
    editLink: { pattern: `${url}/edit/main/:path`, text: "Edit this page" },
    footer: {
      message: `For programs: <a href="${base}llms.txt">llms.txt</a>, <a href="${base}llms-full.txt">llms-full.txt</a>`,
    },
    notFound: {
      title: "Page not found",
      quote: "Nothing is at this address. The search at the top finds operations, models and guides by their names.",
      linkText: "To the first page",
    },
  };
}
