// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.
// sha256 of openapi.json: 606b3aa3ec4fdfa5a85dc92c9d7b8057296cfeb7528de94ba63c56a05429c1df

export { RubrikClient, type RubrikClientOptions } from "./client.ts";
export {
  type Credentials,
  credentialsFromEnvironment,
  type PasswordCredentials,
  type ServiceAccountCredentials,
  type SessionCredentials,
  type TokenCredentials,
} from "./credentials.ts";
export type { ServiceAccountsOperations } from "./groups/service-accounts.ts";
export type { SessionsOperations } from "./groups/sessions.ts";
export type {
  CreateServiceAccountSessionArgs,
  CreateServiceAccountSessionResult,
} from "./operations/service-accounts.ts";
export type {
  CreateSessionArgs,
  CreateSessionResult,
  DeleteSessionArgs,
  DeleteSessionResult,
} from "./operations/sessions.ts";
export type { paths } from "./paths.ts";
export { isApiError, type OperationResults } from "./results.ts";
export type { ServerOptions } from "./service.ts";
export type { ErrorModel, ServiceAccountSession, ServiceAccountSessionRequest, SessionSummary } from "./types.ts";
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
