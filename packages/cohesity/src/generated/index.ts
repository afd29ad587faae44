// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.
// sha256 of openapi.json: 9c52d53c70c2feafb7266c942abac4fe25c4b773aa574d6b2b0df4ec087d183e

export { CohesityClient, type CohesityClientOptions } from "./client.ts";
export {
  type AccessTokenCredentials,
  type ApiKeyCredentials,
  type Credentials,
  credentialsFromEnvironment,
  type PasswordCredentials,
  type PasswordSessionCredentials,
  type PasswordWithOtpCredentials,
  type SessionCredentials,
  type SessionIdCredentials,
} from "./credentials.ts";
export type { AccessTokensOperations } from "./groups/access-tokens.ts";
export type { ApiKeysOperations } from "./groups/api-keys.ts";
export type { GroupsOperations } from "./groups/groups.ts";
export type { SecurityPrincipalsOperations } from "./groups/security-principals.ts";
export type { SessionsOperations } from "./groups/sessions.ts";
export type { UsersOperations } from "./groups/users.ts";
export type { CreateAccessTokenArgs, CreateAccessTokenResult } from "./operations/access-tokens.ts";
export type {
  CreateUserApiKeyArgs,
  CreateUserApiKeyResult,
  DeleteUserApiKeyByIdArgs,
  DeleteUserApiKeyByIdResult,
  GetAllApiKeysArgs,
  GetAllApiKeysResult,
  GetUserApiKeyByIdArgs,
  GetUserApiKeyByIdResult,
  GetUserApiKeysArgs,
  GetUserApiKeysResult,
  RotateUserApiKeyArgs,
  RotateUserApiKeyResult,
  UpdateUserApiKeyByIdArgs,
  UpdateUserApiKeyByIdResult,
} from "./operations/api-keys.ts";
export type {
  CreateGroupArgs,
  CreateGroupResult,
  DeleteGroupArgs,
  DeleteGroupResult,
  DeleteGroupsArgs,
  DeleteGroupsResult,
  GetGroupBySidArgs,
  GetGroupBySidResult,
  GetGroupsArgs,
  GetGroupsResult,
  UpdateGroupArgs,
  UpdateGroupResult,
} from "./operations/groups.ts";
export type {
  GetPrincipalSourcesArgs,
  GetPrincipalSourcesResult,
  GetSecurityPrincipalsArgs,
  GetSecurityPrincipalsResult,
  UpdatePrincipalSourcesArgs,
  UpdatePrincipalSourcesResult,
} from "./operations/security-principals.ts";
export type {
  CreateSessionArgs,
  CreateSessionResult,
  DeleteSessionArgs,
  DeleteSessionResult,
  GetActiveSessionsCountArgs,
  GetActiveSessionsCountResult,
} from "./operations/sessions.ts";
export type {
  CreateUsersArgs,
  CreateUsersResult,
  DeleteUserArgs,
  DeleteUserResult,
  DeleteUsersArgs,
  DeleteUsersResult,
  GetUserBySidArgs,
  GetUserBySidResult,
  GetUsersArgs,
  GetUsersResult,
  RegenerateS3KeyArgs,
  RegenerateS3KeyResult,
  UpdateUserArgs,
  UpdateUserResult,
  UpdateUserS3KeysArgs,
  UpdateUserS3KeysResult,
} from "./operations/users.ts";
export type { paths } from "./paths.ts";
export { isApiError, type OperationResults } from "./results.ts";
export type { ServerOptions } from "./service.ts";
export type {
  AccessTokenResponse,
  ActiveSessionsCountParams,
  AssignedSources,
  CommonUpdatableUserParams,
  CreateAccessTokenRequestParams,
  CreatedUserAPIKey,
  CreateGroupParams,
  CreateGroupParamsInput,
  CreateOrUpdateAPIKeyRequest,
  CreateUserParameters,
  CreateUserSessionRequestParams,
  DeleteGroupsRequest,
  DeleteUsersRequest,
  ErrorModel,
  GroupParams,
  Groups,
  LocalGroupParams,
  LocalGroupParamsInput,
  LocalUserParams,
  LocalUserResponseParams,
  LocalUserUpdateParams,
  S3AccountParams,
  S3Keys,
  SecretKeyEntity,
  SecurityPrincipal,
  SecurityPrincipals,
  SMBPrincipal,
  UpdateGroupParameters,
  UpdateUserParameters,
  UserAPIKey,
  UserAPIKeys,
  UserParams,
  UserSession,
  UserSessionsCount,
  UsersList,
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
