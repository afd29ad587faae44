// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { apiErrorGuard, type ApiErrorGuard } from "@vendor-sdks/runtime";
import type { CreateAccessTokenResult } from "./operations/access-tokens.ts";
import type {
  CreateUserApiKeyResult,
  DeleteUserApiKeyByIdResult,
  GetAllApiKeysResult,
  GetUserApiKeyByIdResult,
  GetUserApiKeysResult,
  RotateUserApiKeyResult,
  UpdateUserApiKeyByIdResult,
} from "./operations/api-keys.ts";
import type {
  CreateGroupResult,
  DeleteGroupResult,
  DeleteGroupsResult,
  GetGroupBySidResult,
  GetGroupsResult,
  UpdateGroupResult,
} from "./operations/groups.ts";
import type {
  GetPrincipalSourcesResult,
  GetSecurityPrincipalsResult,
  UpdatePrincipalSourcesResult,
} from "./operations/security-principals.ts";
import type { CreateSessionResult, DeleteSessionResult, GetActiveSessionsCountResult } from "./operations/sessions.ts";
import type {
  CreateUsersResult,
  DeleteUserResult,
  DeleteUsersResult,
  GetUserBySidResult,
  GetUsersResult,
  RegenerateS3KeyResult,
  UpdateUserResult,
  UpdateUserS3KeysResult,
} from "./operations/users.ts";

/** What each operation answers, by operationId. */
export interface OperationResults {
  createAccessToken: CreateAccessTokenResult;
  getAllApiKeys: GetAllApiKeysResult;
  getUserApiKeys: GetUserApiKeysResult;
  createUserApiKey: CreateUserApiKeyResult;
  deleteUserApiKeyById: DeleteUserApiKeyByIdResult;
  getUserApiKeyById: GetUserApiKeyByIdResult;
  updateUserApiKeyById: UpdateUserApiKeyByIdResult;
  rotateUserApiKey: RotateUserApiKeyResult;
  getGroups: GetGroupsResult;
  createGroup: CreateGroupResult;
  deleteGroups: DeleteGroupsResult;
  deleteGroup: DeleteGroupResult;
  getGroupBySid: GetGroupBySidResult;
  updateGroup: UpdateGroupResult;
  getSecurityPrincipals: GetSecurityPrincipalsResult;
  getPrincipalSources: GetPrincipalSourcesResult;
  updatePrincipalSources: UpdatePrincipalSourcesResult;
  deleteSession: DeleteSessionResult;
  getActiveSessionsCount: GetActiveSessionsCountResult;
  createSession: CreateSessionResult;
  getUsers: GetUsersResult;
  createUsers: CreateUsersResult;
  deleteUsers: DeleteUsersResult;
  deleteUser: DeleteUserResult;
  getUserBySid: GetUserBySidResult;
  updateUser: UpdateUserResult;
  regenerateS3Key: RegenerateS3KeyResult;
  updateUserS3Keys: UpdateUserS3KeysResult;
}

/** Tells whether a caught value is an error answer of this service: any, one operation's, or one with one status. */
export const isApiError: ApiErrorGuard<OperationResults> = apiErrorGuard<OperationResults>("cohesity");
