// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

export {
  getConcurrentSessionPolicyConfig,
  type GetConcurrentSessionPolicyConfigArgs,
  type GetConcurrentSessionPolicyConfigResult,
  updateConcurrentSessionPolicyConfig,
  type UpdateConcurrentSessionPolicyConfigArgs,
  type UpdateConcurrentSessionPolicyConfigResult,
} from "./session-policy.ts";
export {
  getUserSessions,
  type GetUserSessionsArgs,
  type GetUserSessionsResult,
  removeUserSession,
  type RemoveUserSessionArgs,
  type RemoveUserSessionResult,
} from "./user-sessions.ts";
