import type { Model } from "../model/model.ts";
import { constant, Raw } from "./code.ts";

/** `extras.ts`: what clients bring along. What the spec calls secret stands here, so that a bundle without diagnostics lacks it. */
export function emitExtras({ schemes, sensitive }: Model): string {
  const credentials = [...schemes.values()].flatMap((scheme) => ("name" in scheme ? [scheme.name] : []));
  const names = [...sensitive.requests, ...sensitive.answers];
  const secrecy = { credentials: sorted(credentials), sensitive: sorted(names) };
  return [
    `import { diagnosticsFor, type Extra, middleware, type Secrecy, validation } from "@vendor-sdks/runtime";\n\n`,
    constant("const secrecy: Secrecy", secrecy),
    "\n/** Log lines, hooks and explained errors; nothing is shown that the spec calls secret. */\n",
    "export const diagnostics: Extra = /* @__PURE__ */ diagnosticsFor(secrecy);\n\n",
    "/** What clients bring along; a core without a client is given those of them that it is to have. */\n",
    constant(
      "export const extras: readonly Extra[]",
      ["diagnostics", "middleware", "validation"].map((name) => new Raw(name)),
    ),
  ].join("");
}

function sorted(names: readonly string[]): string[] | undefined {
  return names.length === 0 ? undefined : [...new Set(names)].toSorted();
}
