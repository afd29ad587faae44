import { readdirSync } from "node:fs";
import { inject } from "vitest";

/** The addresses of all pages of the site, but the one for addresses that are none. */
export function addresses(): string[] {
  return readdirSync(inject("folder"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && file !== "404.html")
    .map((file) => `/${file.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1")}`)
    .toSorted();
}

/** Pages of each sort, by what a picture of them is called. */
export function mainPages(): (readonly [name: string, address: string])[] {
  const all = addresses();
  const sorts = {
    home: /^\/$/,
    guide: /^\/guides\/quick-start\.html$/,
    contents: /^\/reference\/[^/]+\/$/,
    operation: /\/operations\/createSession\.html$/,
    model: /\/models\/.+\.html$/,
    proof: /^\/proof\.html$/,
    explorer: /^\/explorer\/.+\.html$/,
  };
  return Object.entries(sorts).map(([name, sort]) => {
    const address = all.find((each) => sort.test(each));
    if (address === undefined) throw new Error(`The site has no page whose address is like ${sort.source}`);
    return [name, address] as const;
  });
}
