// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

export { exportSession, middleware, redirects, resumeSession, validation, withOptions } from "@vendor-sdks/runtime";
export { diagnostics } from "./extras.ts";
export { createCore, type ServerOptions } from "./service.ts";
export {
  type AccessTokenCredentials,
  accessTokenSignIn,
  type CertificateCredentials,
  certificateSignIn,
  type ExternalJwtCredentials,
  externalJwtSignIn,
  type PasswordCredentials,
  passwordSignIn,
} from "./credentials.ts";
export * from "./operations/index.ts";
