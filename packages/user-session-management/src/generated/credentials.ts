// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Environment,
  fromEnvironment,
  inHeader,
  type Kind,
  type Secret,
  type SignIn,
  signIn,
  takeFields,
} from "@vendor-sdks/runtime";

/** A cluster token with the scope "Service Provider API" (`ServiceProviderAPI`). */
export interface ApiTokenCredentials {
  /** The token alone, without the word Api-Token. */
  apiToken: Secret;
}

const apiTokenKind: Kind = {
  name: "apiToken",
  fields: { apiToken: {} },
  authorize: (field) => ({ "Api-Token": inHeader("Authorization", "Api-Token " + String(field["apiToken"])) }),
  begin: takeFields,
};

/** Signs standalone operations in. A cluster token with the scope "Service Provider API" (`ServiceProviderAPI`). */
export function apiTokenSignIn(credentials: ApiTokenCredentials): SignIn {
  return signIn(apiTokenKind, credentials);
}

/** Any one kind; the fields that are given tell which. */
export type Credentials = ApiTokenCredentials;

export const kinds: readonly Kind[] = [apiTokenKind];

/**
 * Credentials from environment variables, named after their fields: `USER_SESSION_MANAGEMENT_API_TOKEN`. Variables that
 * fit no kind are an error that names those that would.
 */
export function credentialsFromEnvironment(environment?: Environment): Credentials {
  return fromEnvironment(kinds, "user-session-management", environment) as Credentials;
}
