// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { diagnosticsFor, type Extra, middleware, type Secrecy, validation } from "@vendor-sdks/runtime";

const secrecy: Secrecy = { credentials: ["zt-session"], sensitive: ["code", "jwt", "password", "token"] };

/** Log lines, hooks and explained errors; nothing is shown that the spec calls secret. */
export const diagnostics: Extra = /* @__PURE__ */ diagnosticsFor(secrecy);

/** What clients bring along; a core without a client is given those of them that it is to have. */
export const extras: readonly Extra[] = [diagnostics, middleware, validation];
