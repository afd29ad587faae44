// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

export {
  createServiceAccountSession,
  type CreateServiceAccountSessionArgs,
  type CreateServiceAccountSessionResult,
} from "./service-accounts.ts";
export {
  createSession,
  type CreateSessionArgs,
  type CreateSessionResult,
  deleteSession,
  type DeleteSessionArgs,
  type DeleteSessionResult,
} from "./sessions.ts";
