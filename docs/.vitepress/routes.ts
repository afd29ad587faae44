const REFERENCE = /^packages\/([^/]+)\/docs\/(.+)$/;

/** Where a page of the repository lies on the site, as a file of Markdown still. */
export function routeOf(page: string): string {
  const [, name, rest] = REFERENCE.exec(page) ?? [];
  const place = rest === undefined ? page.replace(/^docs\/(?:README\.md$)?/, docsPlace) : `reference/${name}/${rest}`;
  return place.replace(/(^|\/)README\.md$/, "$1index.md");
}

/** The first page is the repository's README; that of the documentation leads to the guides. */
function docsPlace(start: string): string {
  return start === "docs/" ? "" : "guides/README.md";
}

/** The address of a page on the site, below its base. */
export function addressOf(page: string): string {
  return `/${routeOf(page)
    .replace(/(^|\/)index\.md$/, "$1")
    .replace(/\.md$/, ".html")}`;
}

/** The package whose reference a page belongs to. */
export function packageOf(page: string): string | undefined {
  return REFERENCE.exec(page)?.[1];
}
