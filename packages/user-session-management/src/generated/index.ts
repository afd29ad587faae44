// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.
// sha256 of openapi.json: 56412480e496691a2dfa3c79e08c3ffc3041edd1a8bb92c04e6c76d71acd748d

export { UserSessionManagementClient, type UserSessionManagementClientOptions } from "./client.ts";
export { type ApiTokenCredentials, type Credentials, credentialsFromEnvironment } from "./credentials.ts";
export type { SessionPolicyOperations } from "./groups/session-policy.ts";
export type { UserSessionsOperations } from "./groups/user-sessions.ts";
export type {
  GetConcurrentSessionPolicyConfigArgs,
  GetConcurrentSessionPolicyConfigResult,
  UpdateConcurrentSessionPolicyConfigArgs,
  UpdateConcurrentSessionPolicyConfigResult,
} from "./operations/session-policy.ts";
export type {
  GetUserSessionsArgs,
  GetUserSessionsResult,
  RemoveUserSessionArgs,
  RemoveUserSessionResult,
} from "./operations/user-sessions.ts";
export type { paths } from "./paths.ts";
export { isApiError, type OperationResults } from "./results.ts";
export type { ServerOptions } from "./service.ts";
export type {
  AutomaticLogoutConfiguration,
  ConcurrentSessionPolicy,
  ConstraintViolation,
  ErrorEnvelope,
  ErrorModel,
  UserSession,
  UserSessionsConfig,
} from "./types.ts";
export {
  AbortError,
  ApiError,
  type AttemptFacts,
  type Call,
  type CallFacts,
  type CallOptions,
  type ClientOptions,
  ConfigurationError,
  ConnectionError,
  type Core,
  type EndFacts,
  type Environment,
  type ExportedSession,
  type Hooks,
  type Logger,
  type LogLevel,
  type Middleware,
  type Page,
  type PagedCall,
  ParseError,
  PrecisionError,
  type RetryFacts,
  SdkError,
  SignInError,
  type SignInFacts,
  TimeoutError,
} from "@vendor-sdks/runtime";
