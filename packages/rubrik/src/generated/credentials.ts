// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  basic,
  bearer,
  type Environment,
  type ExportedSession,
  firstText,
  fromEnvironment,
  type Kind,
  lifetime,
  logIn,
  logOut,
  type Secret,
  type SignIn,
  signIn,
  takeFields,
  until,
} from "@vendor-sdks/runtime";
import { createServiceAccountSessionOperation } from "./operations/service-accounts.ts";
import { createSessionOperation, deleteSessionOperation } from "./operations/sessions.ts";

/**
 * A user's name and password. Refused where the cluster forces a second factor (CDM 7.0.3 and later) or single sign-on:
 * take an API token or a service account there.
 */
export interface PasswordCredentials {
  /** Organization to work in, `Organization:::<uuid>`. Without it the cluster chooses. */
  organizationId?: string | undefined;
  /** The user's password. */
  password: Secret;
  /** Directory that knows the user. Without it the cluster's own. */
  realm?: string | undefined;
  /** Name of the user. */
  username: string;
  /** A session of this kind that was exported; these credentials renew it. */
  session?: ExportedSession | undefined;
  secret?: undefined;
  serviceAccountId?: undefined;
  token?: undefined;
}

const passwordKind: Kind = {
  name: "password",
  fields: {
    organizationId: { optional: true, secret: false },
    password: {},
    realm: { optional: true, secret: false },
    username: { secret: false },
  },
  authorize: (session) => ({ Bearer: bearer(session["token"]) }),
  begin: logIn,
  login: async ({ ask, step, keep }) => {
    const field = await ask("organizationId", "password", "realm", "username");
    const answer = await step(
      "the login",
      createSessionOperation,
      { organization_id: field["organizationId"], realm: field["realm"] },
      { BasicAuth: basic(field["username"], field["password"]) },
    );
    keep({ token: firstText(answer.body?.["token"]) }, lifetime({ idle: 1_800_000 }));
  },
  end: logOut,
  logout: () => [deleteSessionOperation, { id: "me" }],
};

/**
 * Signs standalone operations in. A user's name and password. Refused where the cluster forces a second factor (CDM
 * 7.0.3 and later) or single sign-on: take an API token or a service account there.
 */
export function passwordSignIn(credentials: PasswordCredentials & { session?: undefined }): SignIn {
  return signIn(passwordKind, credentials);
}

/**
 * A service account. At most ten sessions of one account are open at a time, so each should be closed; what is left
 * behind lasts a day.
 */
export interface ServiceAccountCredentials {
  /** Organization to work in, `Organization:::<uuid>`. Without it the cluster chooses. */
  organizationId?: string | undefined;
  /** The secret that was shown when the account was made. */
  secret: Secret;
  /** Id of the account: `User:::<uuid>` of a cluster, `client|<uuid>` of Rubrik Security Cloud. */
  serviceAccountId: string;
  /** A session of this kind that was exported; these credentials renew it. */
  session?: ExportedSession | undefined;
  password?: undefined;
  realm?: undefined;
  token?: undefined;
  username?: undefined;
}

const serviceAccountKind: Kind = {
  name: "serviceAccount",
  fields: { organizationId: { optional: true, secret: false }, secret: {}, serviceAccountId: { secret: false } },
  authorize: (session) => ({ Bearer: bearer(session["token"]) }),
  begin: logIn,
  login: async ({ ask, step, keep }) => {
    const field = await ask("organizationId", "secret", "serviceAccountId");
    const answer = await step(
      "the login",
      createServiceAccountSessionOperation,
      {
        body: {
          organizationId: field["organizationId"],
          secret: field["secret"],
          serviceAccountId: field["serviceAccountId"],
        },
      },
    );
    keep(
      { sessionId: firstText(answer.body?.["sessionId"], "me"), token: firstText(answer.body?.["token"]) },
      lifetime({ fixed: until(answer.body?.["expirationTime"], answer) ?? 86_400_000 }),
    );
  },
  end: logOut,
  logout: (session) => [deleteSessionOperation, { id: session["sessionId"] }],
};

/**
 * Signs standalone operations in. A service account. At most ten sessions of one account are open at a time, so each
 * should be closed; what is left behind lasts a day.
 */
export function serviceAccountSignIn(credentials: ServiceAccountCredentials & { session?: undefined }): SignIn {
  return signIn(serviceAccountKind, credentials);
}

/**
 * A token that exists already: an API token made in the cluster's web interface, or the token of a session opened
 * elsewhere. It is used and never ended.
 */
export interface TokenCredentials {
  /** The token alone, without the word Bearer. */
  token: Secret;
  organizationId?: undefined;
  password?: undefined;
  realm?: undefined;
  secret?: undefined;
  serviceAccountId?: undefined;
  username?: undefined;
}

const tokenKind: Kind = {
  name: "token",
  fields: { token: {} },
  authorize: (field) => ({ Bearer: bearer(field["token"]) }),
  begin: takeFields,
};

/**
 * Signs standalone operations in. A token that exists already: an API token made in the cluster's web interface, or the
 * token of a session opened elsewhere. It is used and never ended.
 */
export function tokenSignIn(credentials: TokenCredentials): SignIn {
  return signIn(tokenKind, credentials);
}

/** A session that was exported, alone: it is used until it is over, and not renewed. */
export interface SessionCredentials {
  session: ExportedSession;
  organizationId?: undefined;
  password?: undefined;
  realm?: undefined;
  secret?: undefined;
  serviceAccountId?: undefined;
  token?: undefined;
  username?: undefined;
}

/** Any one kind; the fields that are given tell which. */
export type Credentials = PasswordCredentials | ServiceAccountCredentials | TokenCredentials | SessionCredentials;

export const kinds: readonly Kind[] = [passwordKind, serviceAccountKind, tokenKind];

/**
 * Credentials from environment variables, named after their fields: `RUBRIK_PASSWORD`. Variables that fit no kind are
 * an error that names those that would.
 */
export function credentialsFromEnvironment(environment?: Environment): Credentials {
  return fromEnvironment(kinds, "rubrik", environment) as Credentials;
}
