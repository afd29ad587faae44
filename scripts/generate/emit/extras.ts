import type { Model } from "../model/model.ts";
import { objectAt, own } from "../load/json.ts";
import { constant, Raw } from "./code.ts";

/** `extras.ts`: what clients bring along. What only diagnostics need stands here: a bundle without them lacks it. */
export function emitExtras({ schemes, sensitive, kinds }: Model): string {
  const credentials = [...schemes.values()].flatMap((scheme) => ("name" in scheme ? [scheme.name] : []));
  const names = [...sensitive.requests, ...sensitive.answers];
  const known = { credentials: sorted(credentials), sensitive: sorted(names), kept: kept(kinds) };
  return [
    `import { diagnosticsFor, type Extra, type Known, middleware, redirects, validation } from "@vendor-sdks/runtime";\n\n`,
    constant("const known: Known", known),
    "\n/** Log lines, hooks and explained errors; nothing is shown that the spec calls secret. */\n",
    "export const diagnostics: Extra = /* @__PURE__ */ diagnosticsFor(known);\n\n",
    "/** What clients bring along; a core without a client is given those of them that it is to have. */\n",
    constant(
      "export const extras: readonly Extra[]",
      ["diagnostics", "middleware", "redirects", "validation"].map((name) => new Raw(name)),
    ),
  ].join("");
}

function sorted(names: readonly string[]): string[] | undefined {
  return names.length === 0 ? undefined : [...new Set(names)].toSorted();
}

/** Where each kind's login answers with its session, as the plan says it. */
function kept(kinds: Model["kinds"]): object | undefined {
  const sessions = kinds.filter(({ plan }) => own(plan, "keep") !== undefined);
  if (sessions.length === 0) return undefined;
  return Object.fromEntries(sessions.map(({ name, plan }) => [name, placesIn(objectAt(plan, "keep"))]));
}

function placesIn(keep: object): object {
  return Object.fromEntries(Object.entries(keep).map(([name, places]) => [name, [places].flat().join(" or ")]));
}
