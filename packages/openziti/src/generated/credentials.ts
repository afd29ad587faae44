// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  bearer,
  type Environment,
  expiredBy,
  type ExportedSession,
  firstText,
  fromEnvironment,
  inHeader,
  type Kind,
  lifetime,
  logIn,
  logOut,
  once,
  secondFactor,
  seconds,
  type Secret,
  type SignIn,
  signIn,
  takeFields,
} from "@vendor-sdks/runtime";
import { authenticateMfaOperation, authenticateOperation } from "./operations/authentication.ts";
import { deleteCurrentApiSessionOperation } from "./operations/current-api-session.ts";

const isExpired = /* @__PURE__ */ expiredBy("WWW-Authenticate", ["missing", "invalid", "expired"]);

/**
 * An access token of the controller's OpenID provider, got elsewhere. Sessions made with it are signed tokens that the
 * controller does not store: lists stay empty, and detail and delete answer 404.
 */
export interface AccessTokenCredentials {
  /** The JWT alone, without the word Bearer. */
  accessToken: Secret;
  clientCertificate?: undefined;
  externalJwt?: undefined;
  password?: undefined;
  totp?: undefined;
  username?: undefined;
}

const accessTokenKind: Kind = {
  name: "accessToken",
  fields: { accessToken: {} },
  authorize: (field) => ({ oauth2: bearer(field["accessToken"]) }),
  expired: isExpired,
  begin: takeFields,
};

/**
 * Signs standalone operations in. An access token of the controller's OpenID provider, got elsewhere. Sessions made
 * with it are signed tokens that the controller does not store: lists stay empty, and detail and delete answer 404.
 */
export function accessTokenSignIn(credentials: AccessTokenCredentials): SignIn {
  return signIn(accessTokenKind, credentials);
}

/** The client certificate of an enrolled identity, shown while the connection is made (mutual TLS). */
export interface CertificateCredentials {
  /** Says that the certificate given to the client's TLS settings is to be used. */
  clientCertificate: true;
  /**
   * Code of the authenticator app, or a recovery code; needed where a second factor is on. It works a single time: give
   * a function to have the session renewed.
   */
  totp?: Secret | undefined;
  /** A session of this kind that was exported; these credentials renew it. */
  session?: ExportedSession | undefined;
  accessToken?: undefined;
  externalJwt?: undefined;
  password?: undefined;
  username?: undefined;
}

const certificateKind: Kind = {
  name: "certificate",
  fields: { clientCertificate: { secret: false, const: true }, totp: { optional: true, once: once } },
  authorize: (session) => ({ ztSession: inHeader("zt-session", session["token"]) }),
  expired: isExpired,
  begin: logIn,
  login: async ({ ask, step, keep, way }) => {
    const field = await ask("clientCertificate");
    const answer = await step("the login", authenticateOperation, { method: "cert" });
    keep(
      { token: firstText(answer.body?.["data"]?.["token"], answer.headers.get("zt-session")) },
      lifetime({ idle: seconds(answer.body?.["data"]?.["expirationSeconds"]) }),
    );
    if ((answer.body?.["data"]?.["isMfaComplete"] as unknown) === false && (answer.body?.["data"]?.["isMfaRequired"] as unknown) === true) {
      await secondFactor(way, ask, "totp");
      await step("the second factor (totp)", authenticateMfaOperation, { body: { code: field["totp"] } });
    }
  },
  end: logOut,
  logout: () => [deleteCurrentApiSessionOperation],
};

/**
 * Signs standalone operations in. The client certificate of an enrolled identity, shown while the connection is made
 * (mutual TLS).
 */
export function certificateSignIn(credentials: CertificateCredentials & { session?: undefined }): SignIn {
  return signIn(certificateKind, credentials);
}

/** A token of an outside issuer that the controller trusts (an external JWT signer). */
export interface ExternalJwtCredentials {
  /** The issuer's JWT alone, without the word Bearer. */
  externalJwt: Secret;
  /**
   * Code of the authenticator app, or a recovery code; needed where a second factor is on. It works a single time: give
   * a function to have the session renewed.
   */
  totp?: Secret | undefined;
  /** A session of this kind that was exported; these credentials renew it. */
  session?: ExportedSession | undefined;
  accessToken?: undefined;
  clientCertificate?: undefined;
  password?: undefined;
  username?: undefined;
}

const externalJwtKind: Kind = {
  name: "externalJwt",
  fields: { externalJwt: {}, totp: { optional: true, once: once } },
  authorize: (session) => ({ ztSession: inHeader("zt-session", session["token"]) }),
  expired: isExpired,
  begin: logIn,
  login: async ({ ask, step, keep, way }) => {
    const field = await ask("externalJwt");
    const answer = await step(
      "the login",
      authenticateOperation,
      { method: "ext-jwt" },
      { oauth2: bearer(field["externalJwt"]) },
    );
    keep(
      { token: firstText(answer.body?.["data"]?.["token"], answer.headers.get("zt-session")) },
      lifetime({ idle: seconds(answer.body?.["data"]?.["expirationSeconds"]) }),
    );
    if ((answer.body?.["data"]?.["isMfaComplete"] as unknown) === false && (answer.body?.["data"]?.["isMfaRequired"] as unknown) === true) {
      await secondFactor(way, ask, "totp");
      await step("the second factor (totp)", authenticateMfaOperation, { body: { code: field["totp"] } });
    }
  },
  end: logOut,
  logout: () => [deleteCurrentApiSessionOperation],
};

/** Signs standalone operations in. A token of an outside issuer that the controller trusts (an external JWT signer). */
export function externalJwtSignIn(credentials: ExternalJwtCredentials & { session?: undefined }): SignIn {
  return signIn(externalJwtKind, credentials);
}

/** Name and password of an identity that the controller itself keeps. */
export interface PasswordCredentials {
  /** The identity's password. */
  password: Secret;
  /**
   * Code of the authenticator app, or a recovery code; needed where a second factor is on. It works a single time: give
   * a function to have the session renewed.
   */
  totp?: Secret | undefined;
  /** Name to sign in with. */
  username: string;
  /** A session of this kind that was exported; these credentials renew it. */
  session?: ExportedSession | undefined;
  accessToken?: undefined;
  clientCertificate?: undefined;
  externalJwt?: undefined;
}

const passwordKind: Kind = {
  name: "password",
  fields: { password: {}, totp: { optional: true, once: once }, username: { secret: false } },
  authorize: (session) => ({ ztSession: inHeader("zt-session", session["token"]) }),
  expired: isExpired,
  begin: logIn,
  login: async ({ ask, step, keep, way }) => {
    const field = await ask("password", "username");
    const answer = await step(
      "the login",
      authenticateOperation,
      { method: "password", body: { password: field["password"], username: field["username"] } },
    );
    keep(
      { token: firstText(answer.body?.["data"]?.["token"], answer.headers.get("zt-session")) },
      lifetime({ idle: seconds(answer.body?.["data"]?.["expirationSeconds"]) }),
    );
    if ((answer.body?.["data"]?.["isMfaComplete"] as unknown) === false && (answer.body?.["data"]?.["isMfaRequired"] as unknown) === true) {
      await secondFactor(way, ask, "totp");
      await step("the second factor (totp)", authenticateMfaOperation, { body: { code: field["totp"] } });
    }
  },
  end: logOut,
  logout: () => [deleteCurrentApiSessionOperation],
};

/** Signs standalone operations in. Name and password of an identity that the controller itself keeps. */
export function passwordSignIn(credentials: PasswordCredentials & { session?: undefined }): SignIn {
  return signIn(passwordKind, credentials);
}

/** A session that was exported, alone: it is used until it is over, and not renewed. */
export interface SessionCredentials {
  session: ExportedSession;
  accessToken?: undefined;
  clientCertificate?: undefined;
  externalJwt?: undefined;
  password?: undefined;
  totp?: undefined;
  username?: undefined;
}

/** Any one kind; the fields that are given tell which. */
export type Credentials =
  | AccessTokenCredentials
  | CertificateCredentials
  | ExternalJwtCredentials
  | PasswordCredentials
  | SessionCredentials;

export const kinds: readonly Kind[] = [accessTokenKind, certificateKind, externalJwtKind, passwordKind];

/**
 * Credentials from environment variables, named after their fields: `OPENZITI_ACCESS_TOKEN`. Variables that fit no kind
 * are an error that names those that would.
 */
export function credentialsFromEnvironment(environment?: Environment): Credentials {
  return fromEnvironment(kinds, "openziti", environment) as Credentials;
}
