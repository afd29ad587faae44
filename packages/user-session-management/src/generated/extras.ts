// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { diagnosticsFor, type Extra, type Known, middleware, redirects, validation } from "@vendor-sdks/runtime";

const known: Known = { credentials: ["Authorization"], sensitive: ["sessionId"] };

/** Log lines, hooks and explained errors; nothing is shown that the spec calls secret. */
export const diagnostics: Extra = /* @__PURE__ */ diagnosticsFor(known);

/** What clients bring along; a core without a client is given those of them that it is to have. */
export const extras: readonly Extra[] = [diagnostics, middleware, redirects, validation];
