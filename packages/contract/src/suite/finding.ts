import type { Planted } from "../openapi/plant.ts";

/** Whether what was told is the planted fault: the keyword at its place, or the alternatives around it that all fail then. */
export function isAbout(
  { keyword, at }: Pick<Planted, "keyword" | "at">,
  code: string,
  path: readonly string[],
): boolean {
  const isAround = path.every((name, index) => name === at[index]);
  const isChoice = ["oneOf", "anyOf"].includes(code) && path.length <= at.length;
  return isAround && (isChoice || (path.length === at.length && (code === keyword || code === CODES[keyword])));
}

/** A property that only comes back has the schema `false` on its way to the server, as have items where none is allowed. */
const CODES: Readonly<Record<string, string>> = { readOnly: "false schema", items: "false schema" };
