// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

/** Why the cluster refused a call. */
export interface ErrorModel {
  /** What lies behind the error, of any shape; null most of the time. */
  cause?: unknown;
  /** Kind of the error. `user_error` is the one that has been seen. */
  errorType?: string;
  /** What is wrong, for people to read. */
  message?: string;
}

/** An open session of a service account. */
export interface ServiceAccountSession {
  /**
   * When the session ends, 24 hours after it was opened.
   *
   * Format: date-time.
   */
  expirationTime?: string;
  /** Organization that the session is tied to, an empty text where there is none. */
  organizationId?: string;
  /** Id of the account that the session is for. */
  serviceAccountId?: string;
  /** Id of the session, for `deleteSession`. */
  sessionId?: string;
  /** Token of the session, for the `Authorization` header. */
  token: string;
}

/** A service account and its secret. */
export interface ServiceAccountSessionRequest {
  /** Organization that the session is to be tied to, `Organization:::<uuid>`. Without it the cluster chooses. */
  organizationId?: string | undefined;
  /**
   * The secret that was shown when the account was made.
   *
   * Format: password.
   */
  secret: string;
  /** Id of the account: `User:::<uuid>` for one of the cluster, `client|<uuid>` for one of Rubrik Security Cloud. */
  serviceAccountId: string;
}

/** An open session of a user. Early versions tell the token and the user alone. */
export interface SessionSummary {
  /**
   * When the session ends, as far as the cluster tells.
   *
   * Format: date-time.
   */
  expiration?: string;
  /** Id of the session, a UUID. It closes the session and opens nothing. */
  id?: string;
  /** Organization that the session is tied to, `Organization:::<uuid>`. */
  organizationId?: string;
  /** Token of the session, a JWT, for the `Authorization` header. */
  token: string;
  /** Id of the user, a UUID with or without `User:::` before it. */
  userId?: string;
}
