// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Environment,
  type ExportedSession,
  firstText,
  fromEnvironment,
  inHeader,
  joined,
  type Kind,
  lifetime,
  logIn,
  once,
  type Secret,
  type SignIn,
  signIn,
  takeFields,
} from "@vendor-sdks/runtime";
import { createAccessTokenOperation } from "./operations/access-tokens.ts";
import { createSessionOperation } from "./operations/sessions.ts";

/** An access token that somebody else has fetched, without the word `Bearer`. */
export interface AccessTokenCredentials {
  accessToken: Secret;
  apiKey?: undefined;
  domain?: undefined;
  otp?: undefined;
  otpType?: undefined;
  password?: undefined;
  sessionId?: undefined;
  username?: undefined;
  via?: undefined;
}

const accessTokenKind: Kind = {
  name: "accessToken",
  fields: { accessToken: {} },
  authorize: (field) => ({ Bearer: inHeader("Authorization", "Bearer " + String(field["accessToken"])) }),
  begin: takeFields,
};

/** Signs standalone operations in. An access token that somebody else has fetched, without the word `Bearer`. */
export function accessTokenSignIn(credentials: AccessTokenCredentials): SignIn {
  return signIn(accessTokenKind, credentials);
}

/** An API key made beforehand. */
export interface ApiKeyCredentials {
  apiKey: Secret;
  accessToken?: undefined;
  domain?: undefined;
  otp?: undefined;
  otpType?: undefined;
  password?: undefined;
  sessionId?: undefined;
  username?: undefined;
  via?: undefined;
}

const apiKeyKind: Kind = {
  name: "apiKey",
  fields: { apiKey: {} },
  authorize: (field) => ({ APIKeyHeader: inHeader("apiKey", field["apiKey"]) }),
  begin: takeFields,
};

/** Signs standalone operations in. An API key made beforehand. */
export function apiKeySignIn(credentials: ApiKeyCredentials): SignIn {
  return signIn(apiKeyKind, credentials);
}

/** User name and password, exchanged for an access token. */
export interface PasswordCredentials {
  /** Default: "LOCAL". */
  domain?: string | undefined;
  password: Secret;
  username: string;
  /** A session of this kind that was exported; these credentials renew it. */
  session?: ExportedSession | undefined;
  accessToken?: undefined;
  apiKey?: undefined;
  otp?: undefined;
  otpType?: undefined;
  sessionId?: undefined;
  via?: undefined;
}

const passwordKind: Kind = {
  name: "password",
  fields: { domain: { secret: false, default: "LOCAL" }, password: {}, username: { secret: false } },
  authorize: (session) => ({ Bearer: inHeader("Authorization", session["authorization"]) }),
  begin: logIn,
  login: async ({ ask, step, keep }) => {
    const field = await ask("domain", "password", "username");
    const answer = await step(
      "the login",
      createAccessTokenOperation,
      { body: { domain: field["domain"], password: field["password"], username: field["username"] } },
    );
    keep(
      {
        authorization: firstText(joined(answer.body?.["tokenType"], " ", answer.body?.["accessToken"]), joined("Bearer ", answer.body?.["accessToken"])),
      },
      lifetime({ fixed: 86_400_000 }),
    );
  },
};

/** Signs standalone operations in. User name and password, exchanged for an access token. */
export function passwordSignIn(credentials: PasswordCredentials & { session?: undefined }): SignIn {
  return signIn(passwordKind, credentials);
}

/**
 * User name and password, exchanged for a session. For clusters with session management, where access tokens are
 * closed.
 */
export interface PasswordSessionCredentials {
  /** Default: "LOCAL". */
  domain?: string | undefined;
  password: Secret;
  username: string;
  via: "session";
  /** A session of this kind that was exported; these credentials renew it. */
  session?: ExportedSession | undefined;
  accessToken?: undefined;
  apiKey?: undefined;
  otp?: undefined;
  otpType?: undefined;
  sessionId?: undefined;
}

const passwordSessionKind: Kind = {
  name: "passwordSession",
  fields: {
    domain: { secret: false, default: "LOCAL" },
    password: {},
    username: { secret: false },
    via: { secret: false, const: "session" },
  },
  authorize: (session) => ({ SessionIdHeader: inHeader("session-id", session["sessionId"]) }),
  begin: logIn,
  login: async ({ ask, step, keep }) => {
    const field = await ask("domain", "password", "username", "via");
    const answer = await step(
      "the login",
      createSessionOperation,
      { body: { domain: field["domain"], password: field["password"], username: field["username"] } },
    );
    keep({ sessionId: firstText(answer.body?.["sessionId"]) });
  },
};

/**
 * Signs standalone operations in. User name and password, exchanged for a session. For clusters with session
 * management, where access tokens are closed.
 */
export function passwordSessionSignIn(credentials: PasswordSessionCredentials & { session?: undefined }): SignIn {
  return signIn(passwordSessionKind, credentials);
}

/** User name, password and a one-time code, exchanged for a session. */
export interface PasswordWithOtpCredentials {
  /** Default: "LOCAL". */
  domain?: string | undefined;
  /** It works a single time: give a function to have the session renewed. */
  otp: Secret;
  otpType?: "email" | "totp" | "salesforce" | undefined;
  password: Secret;
  username: string;
  /** A session of this kind that was exported; these credentials renew it. */
  session?: ExportedSession | undefined;
  accessToken?: undefined;
  apiKey?: undefined;
  sessionId?: undefined;
  via?: undefined;
}

const passwordWithOtpKind: Kind = {
  name: "passwordWithOtp",
  fields: {
    domain: { secret: false, default: "LOCAL" },
    otp: { once: once },
    otpType: { optional: true, secret: false },
    password: {},
    username: { secret: false },
  },
  authorize: (session) => ({ SessionIdHeader: inHeader("session-id", session["sessionId"]) }),
  begin: logIn,
  login: async ({ ask, step, keep }) => {
    const field = await ask("domain", "otp", "otpType", "password", "username");
    const answer = await step(
      "the login",
      createSessionOperation,
      {
        body: {
          domain: field["domain"],
          otpCode: field["otp"],
          otpType: field["otpType"],
          password: field["password"],
          username: field["username"],
        },
      },
    );
    keep({ sessionId: firstText(answer.body?.["sessionId"]) });
  },
};

/** Signs standalone operations in. User name, password and a one-time code, exchanged for a session. */
export function passwordWithOtpSignIn(credentials: PasswordWithOtpCredentials & { session?: undefined }): SignIn {
  return signIn(passwordWithOtpKind, credentials);
}

/** The id of a session that somebody else has opened. */
export interface SessionIdCredentials {
  sessionId: Secret;
  accessToken?: undefined;
  apiKey?: undefined;
  domain?: undefined;
  otp?: undefined;
  otpType?: undefined;
  password?: undefined;
  username?: undefined;
  via?: undefined;
}

const sessionIdKind: Kind = {
  name: "sessionId",
  fields: { sessionId: {} },
  authorize: (field) => ({ SessionIdHeader: inHeader("session-id", field["sessionId"]) }),
  begin: takeFields,
};

/** Signs standalone operations in. The id of a session that somebody else has opened. */
export function sessionIdSignIn(credentials: SessionIdCredentials): SignIn {
  return signIn(sessionIdKind, credentials);
}

/** A session that was exported, alone: it is used until it is over, and not renewed. */
export interface SessionCredentials {
  session: ExportedSession;
  accessToken?: undefined;
  apiKey?: undefined;
  domain?: undefined;
  otp?: undefined;
  otpType?: undefined;
  password?: undefined;
  sessionId?: undefined;
  username?: undefined;
  via?: undefined;
}

/** Any one kind; the fields that are given tell which. */
export type Credentials =
  | AccessTokenCredentials
  | ApiKeyCredentials
  | PasswordCredentials
  | PasswordSessionCredentials
  | PasswordWithOtpCredentials
  | SessionIdCredentials
  | SessionCredentials;

export const kinds: readonly Kind[] = [
  accessTokenKind,
  apiKeyKind,
  passwordKind,
  passwordSessionKind,
  passwordWithOtpKind,
  sessionIdKind,
];

/**
 * Credentials from environment variables, named after their fields: `COHESITY_ACCESS_TOKEN`. Variables that fit no kind
 * are an error that names those that would.
 */
export function credentialsFromEnvironment(environment?: Environment): Credentials {
  return fromEnvironment(kinds, "cohesity", environment) as Credentials;
}
