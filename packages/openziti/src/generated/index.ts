// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.
// sha256 of openapi.json: ff93049c2fa471cf5a19f8deaeb51aabb497b6ecd7b487cc0034d337a451c176

export { OpenzitiClient, type OpenzitiClientOptions } from "./client.ts";
export {
  type AccessTokenCredentials,
  type CertificateCredentials,
  type Credentials,
  credentialsFromEnvironment,
  type ExternalJwtCredentials,
  type PasswordCredentials,
  type SessionCredentials,
} from "./credentials.ts";
export type { AuthenticationOperations } from "./groups/authentication.ts";
export type { CurrentApiSessionOperations } from "./groups/current-api-session.ts";
export type { CurrentIdentityOperations } from "./groups/current-identity.ts";
export type { InformationalOperations } from "./groups/informational.ts";
export type { ServicesOperations } from "./groups/services.ts";
export type { SessionsOperations } from "./groups/sessions.ts";
export type {
  AuthenticateArgs,
  AuthenticateMfaArgs,
  AuthenticateMfaResult,
  AuthenticateResult,
} from "./operations/authentication.ts";
export type {
  DeleteCurrentApiSessionArgs,
  DeleteCurrentApiSessionResult,
  GetCurrentApiSessionArgs,
  GetCurrentApiSessionResult,
} from "./operations/current-api-session.ts";
export type { GetCurrentIdentityArgs, GetCurrentIdentityResult } from "./operations/current-identity.ts";
export type { ListVersionArgs, ListVersionResult } from "./operations/informational.ts";
export type {
  DetailServiceArgs,
  DetailServiceResult,
  ListServicesArgs,
  ListServicesResult,
} from "./operations/services.ts";
export type {
  CreateSessionArgs,
  CreateSessionResult,
  DeleteSessionArgs,
  DeleteSessionResult,
  DetailSessionArgs,
  DetailSessionResult,
  ListSessionsArgs,
  ListSessionsResult,
} from "./operations/sessions.ts";
export type { paths } from "./paths.ts";
export { isApiError, type OperationResults } from "./results.ts";
export type { ServerOptions } from "./service.ts";
export type {
  ApiErrorArgs,
  ApiErrorCause,
  ApiErrorEnvelope,
  ApiErrorModel,
  ApiFieldError,
  ApiSessionDetail,
  ApiVersion,
  Attributes,
  Authenticate,
  AuthQueryDetail,
  AuthQueryList,
  AuthQueryType,
  BaseEntity,
  CommonEdgeRouterProperties,
  ConfigTypes,
  CurrentApiSessionDetail,
  CurrentApiSessionDetailEnvelope,
  CurrentIdentityDetailEnvelope,
  DetailServiceEnvelope,
  DetailSessionEnvelope,
  DialBind,
  DialBindArray,
  DialBindInput,
  Empty,
  EntityRef,
  EnvInfo,
  IdentityAuthenticators,
  IdentityAuthenticatorsCert,
  IdentityAuthenticatorsUpdb,
  IdentityDetail,
  IdentityEnrollments,
  IdentityEnrollmentsOtt,
  IdentityEnrollmentsOttca,
  IdentityEnrollmentsUpdb,
  Interface,
  Link,
  Links,
  ListServicesEnvelope,
  ListSessionsEnvelope,
  ListVersionEnvelope,
  Meta,
  MfaCode,
  MfaFormats,
  MfaProviders,
  OsType,
  Pagination,
  Password,
  Permissions,
  PostureCheckType,
  PostureQueries,
  PostureQuery,
  PostureQueryProcess,
  SdkInfo,
  ServiceDetail,
  ServiceList,
  SessionCreate,
  SessionCreateEnvelope,
  SessionDetail,
  SessionEdgeRouter,
  SessionList,
  SubTags,
  Tags,
  TerminatorCost,
  TerminatorCostMap,
  TerminatorPrecedence,
  TerminatorPrecedenceMap,
  Username,
  Version,
} from "./types.ts";
