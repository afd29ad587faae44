// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { diagnosticsFor, type Extra, type Known, middleware, redirects, validation } from "@vendor-sdks/runtime";

const known: Known = {
  credentials: ["Authorization", "apiKey", "session-id"],
  sensitive: [
    "accessToken",
    "apiKey",
    "currentPassword",
    "otpCode",
    "password",
    "privateKey",
    "s3SecretKey",
    "secret-key",
    "sessionId",
  ],
  kept: {
    password: {
      authorization: "{$response.body#/tokenType} {$response.body#/accessToken} or Bearer {$response.body#/accessToken}",
    },
    passwordSession: { sessionId: "$response.body#/sessionId" },
    passwordWithOtp: { sessionId: "$response.body#/sessionId" },
  },
};

/** Log lines, hooks and explained errors; nothing is shown that the spec calls secret. */
export const diagnostics: Extra = /* @__PURE__ */ diagnosticsFor(known);

/** What clients bring along; a core without a client is given those of them that it is to have. */
export const extras: readonly Extra[] = [diagnostics, middleware, redirects, validation];
