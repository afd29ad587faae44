import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const REFERENCE = /<([a-z]+)\b[^>]*?\s(?:href|src)="([^"]*)"/g;
const FOREIGN = /^(?:https?:)?\/\//;

/** What is wrong with a site as it was built: links to nothing, and whatever a browser would fetch from another host. */
export function builtFaults(folder: string, base: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  const texts = new Map(files.filter((file) => file.endsWith(".html")).map((file) => [file, read(folder, file)]));
  const anchors = new Map([...texts].map(([file, text]) => [file, anchorsIn(text)]));
  const wrong = (file: string, tag: string, href: string): string | undefined => {
    if (FOREIGN.test(href)) return tag === "a" ? undefined : `${file} fetches ${href}`;
    if (/^[a-z]+:/.test(href)) return undefined;
    const { pathname, hash } = new URL(href, `http://site${base}${file}`);
    const place = decodeURI(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const target = place.startsWith(base) ? place.slice(base.length) : undefined;
    if (target === undefined || !existsSync(join(folder, target)))
      return `${file} leads to ${href}, which is not there`;
    const anchor = decodeURIComponent(hash.slice(1));
    if (anchor === "" || anchors.get(target)?.has(anchor) !== false) return undefined;
    return `${file} leads to ${href}, and ${target} has no such place`;
  };
  const fetched = files
    .filter((file) => posix.extname(file) === ".css")
    .flatMap((file) =>
      [...read(folder, file).matchAll(/(?:url\(|@import )["']?((?:https?:)?\/\/[^"')\s]+)/g)].map(
        ([, url]) => `${file} fetches ${url}`,
      ),
    );
  const linked = [...texts].flatMap(([file, text]) => {
    const references = [...text.matchAll(REFERENCE)].map(
      ([, tag = "", href = ""]) => [tag, href.replaceAll("&amp;", "&")] as const,
    );
    return references.flatMap(([tag, href]) => wrong(file, tag, href) ?? []);
  });
  return [...new Set([...linked, ...fetched])];
}

function anchorsIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id.replaceAll("&amp;", "&")));
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}
