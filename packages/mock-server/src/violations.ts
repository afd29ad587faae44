import { isObject } from "./json.ts";
import type { HasHeaders, Violation } from "./types.ts";

export const VIOLATIONS_HEADER = "sl-violations";

/** Reads Prism's `sl-violations` header. A header that Prism cut for its length yields the entries that are whole. */
export function violations(response: HasHeaders): Violation[] {
  const header = response.headers.get(VIOLATIONS_HEADER);
  return header === null ? [] : entries(header).flatMap(toViolation);
}

function entries(header: string): unknown[] {
  const start = header.indexOf("[");
  const text = start < 0 ? "" : header.slice(start);
  // Past 8 kB Prism sends a warning and the beginning of the JSON text: close the list after the last whole entry.
  for (let end = text.length; end > 0; end = text.lastIndexOf("},{", end - 1)) {
    const parsed = parse(end === text.length ? text : `${text.slice(0, end + 1)}]`);
    if (parsed !== undefined) return parsed;
  }
  return [{ location: [], severity: "Error", message: header }];
}

function parse(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const SEVERITIES = ["Error", "Warning", "Information", "Hint"] as const;

function toViolation(entry: unknown): Violation[] {
  if (!isObject(entry)) return [];
  const { location, severity, code, message } = entry;
  return [
    {
      location: Array.isArray(location) ? location.map(String) : [],
      severity: SEVERITIES.find((name) => name === severity) ?? "Error",
      ...(typeof code === "string" || typeof code === "number" ? { code: String(code) } : {}),
      message: typeof message === "string" ? message : "",
    },
  ];
}
