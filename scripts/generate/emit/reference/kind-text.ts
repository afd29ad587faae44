import { isObject, own, textAt } from "../../load/json.ts";
import type { Kind, Model, Operation, Scheme } from "../../model/model.ts";
import { codeSpan, prose } from "../../types/markdown.ts";
import { link } from "./pages.ts";

/** The fields of a kind, as they are given: `{ username, password, totp? }`. */
export function kindShape({ fields }: Kind): string {
  const shown = [...fields].map(([name, { required, values }]) => {
    const only = values.length === 1 ? `: ${JSON.stringify(values[0])}` : "";
    return `${name}${required ? "" : "?"}${only}`;
  });
  return `{ ${shown.join(", ")} }`;
}

/** How what a kind gives travels, which call it is exchanged by, and what `close()` does about that. `operations` leads to their pages. */
export function kindUse(
  { groups, schemes }: Model,
  { plan }: Kind,
  operationFiles: ReadonlyMap<string, string>,
  operations: string,
): string {
  const authorize = own(plan, "authorize");
  const travels = isObject(authorize) ? Object.keys(authorize).map((name) => travelText(schemes.get(name))) : [];
  const sent = travels.length === 0 ? "" : `Sent as ${travels.join(" and ")}`;
  const login = own(plan, "login");
  if (login === undefined) return sent === "" ? "" : `${sent}.`;
  const all = groups.flatMap((group) => group.operations);
  const called = (step: unknown): string | undefined =>
    linkTo(all, operationFiles, operations, textAt(step, "operationId"));
  const by = called(login);
  const logout = own(plan, "logout");
  const [ended, kept] = [called(logout), textAt(logout, "none")];
  return [
    `${by === undefined ? "Exchanged at the first call" : `Exchanged by ${by} at the first call`}${sent === "" ? "" : `, then ${sent.toLowerCase().slice(0, 1)}${sent.slice(1)}`}.`,
    ended === undefined ? "" : `\`close()\` ends it by ${ended}.`,
    kept === undefined ? "" : `\`close()\` does not end it: ${prose(kept)}.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function linkTo(
  all: readonly Operation[],
  files: ReadonlyMap<string, string>,
  folder: string,
  specId: string | undefined,
): string | undefined {
  const found = specId === undefined ? undefined : all.find((operation) => operation.specId === specId);
  return found && link(found.id, `${folder}/${files.get(found.id) ?? ""}`);
}

/** How a security scheme travels. */
export function travelText(scheme: Scheme | undefined): string {
  switch (scheme?.type) {
    case "apiKey":
      return `${scheme.in === "query" ? "query parameter" : scheme.in} ${codeSpan(scheme.name)}`;
    case "basic":
      return "HTTP Basic";
    case "bearer":
      return "bearer token";
    case undefined:
      return "of a kind that no request carries";
  }
}
