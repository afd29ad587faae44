// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

export {
  authenticate,
  type AuthenticateArgs,
  authenticateMfa,
  type AuthenticateMfaArgs,
  type AuthenticateMfaResult,
  type AuthenticateResult,
} from "./authentication.ts";
export {
  deleteCurrentApiSession,
  type DeleteCurrentApiSessionArgs,
  type DeleteCurrentApiSessionResult,
  getCurrentApiSession,
  type GetCurrentApiSessionArgs,
  type GetCurrentApiSessionResult,
} from "./current-api-session.ts";
export { getCurrentIdentity, type GetCurrentIdentityArgs, type GetCurrentIdentityResult } from "./current-identity.ts";
export { listVersion, type ListVersionArgs, type ListVersionResult } from "./informational.ts";
export {
  detailService,
  type DetailServiceArgs,
  type DetailServiceResult,
  listServices,
  type ListServicesArgs,
  type ListServicesResult,
} from "./services.ts";
export {
  createSession,
  type CreateSessionArgs,
  type CreateSessionResult,
  deleteSession,
  type DeleteSessionArgs,
  type DeleteSessionResult,
  detailSession,
  type DetailSessionArgs,
  type DetailSessionResult,
  listSessions,
  type ListSessionsArgs,
  type ListSessionsResult,
} from "./sessions.ts";
