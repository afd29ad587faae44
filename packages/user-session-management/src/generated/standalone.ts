// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

export { exportSession, middleware, redirects, resumeSession, validation, withOptions } from "@vendor-sdks/runtime";
export { diagnostics } from "./extras.ts";
export { createCore, type ServerOptions } from "./service.ts";
export { type ApiTokenCredentials, apiTokenSignIn } from "./credentials.ts";
export * from "./operations/index.ts";
