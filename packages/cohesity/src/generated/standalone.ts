// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

export { exportSession, middleware, redirects, resumeSession, validation, withOptions } from "@vendor-sdks/runtime";
export { diagnostics } from "./extras.ts";
export { createCore, type ServerOptions } from "./service.ts";
export {
  type AccessTokenCredentials,
  accessTokenSignIn,
  type ApiKeyCredentials,
  apiKeySignIn,
  type PasswordCredentials,
  type PasswordSessionCredentials,
  passwordSessionSignIn,
  passwordSignIn,
  type PasswordWithOtpCredentials,
  passwordWithOtpSignIn,
  type SessionIdCredentials,
  sessionIdSignIn,
} from "./credentials.ts";
export * from "./operations/index.ts";
