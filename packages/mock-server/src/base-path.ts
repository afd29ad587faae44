import type { Problem } from "./problem.ts";
import { asObject, type JsonObject } from "./json.ts";

/** The path of the first server URL, its variables replaced by their defaults: empty, or `/…` without a slash at the end. */
export function basePathOf(document: JsonObject): string {
  const servers = document["servers"];
  const server = asObject(Array.isArray(servers) ? servers[0] : undefined);
  const variables = asObject(server["variables"]);
  const url = (textOf(server["url"]) ?? "/").replace(
    /\{([^{}]*)\}/g,
    (_, name: string) => textOf(asObject(variables[name])["default"]) ?? name,
  );
  return normalBasePath(URL.parse(url, "http://localhost/")?.pathname ?? "/");
}

/** YAML makes a number of a port that somebody did not quote. */
function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

export function normalBasePath(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, "");
  return trimmed === "" ? "" : `/${trimmed}`;
}

/** A request target below the base path, in its two parts. */
export interface Target {
  /** Begins with `/`. */
  readonly path: string;
  /** Empty, or from the `?` on. */
  readonly query: string;
}

/** The two parts of a request target, base path included. */
export function partsOf(url: string): Target {
  const target = url.replace(/^https?:\/\/[^/?]*/i, ""); // a proxy's client sends the whole URL
  const mark = target.indexOf("?");
  return mark < 0 ? { path: target, query: "" } : { path: target.slice(0, mark), query: target.slice(mark) };
}

/** Takes the base path off a request target; undefined when the target lies outside of it. */
export function belowBasePath(url: string, basePath: string): Target | undefined {
  const { path, query } = partsOf(url);
  if (path === basePath) return { path: "/", query };
  return path.startsWith(`${basePath}/`) ? { path: path.slice(basePath.length), query } : undefined;
}

export function outsideBasePath(url: string, baseUrl: string, basePath: string): Problem {
  return {
    type: "urn:mock-server:outside-base-path",
    title: "Outside the base path",
    status: 404,
    detail: `${url} is not below ${basePath || "/"}. This server's base URL is ${baseUrl}`,
    basePath,
  };
}
