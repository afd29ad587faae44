// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

/** Whether and when idle users are signed out. */
export interface AutomaticLogoutConfiguration {
  /** Whether idle users are signed out at all. */
  logoutInactiveUsersEnabled: boolean;
  /**
   * Seconds without activity after which a user is signed out.
   *
   * Format: int32. Range: at least 1.
   */
  userInactivityTimeout: number;
}

/** How many sessions one user may have at a time. Either both limits are 0 or neither is. */
export interface ConcurrentSessionPolicy {
  /**
   * Sessions that an administrator may have; 0 for any number.
   *
   * Format: int32.
   */
  adminLimit: number;
  /**
   * Sessions that a user without administrator rights may have; 0 for any number.
   *
   * Format: int32.
   */
  userLimit: number;
}

/** One value that is not allowed. */
export interface ConstraintViolation {
  /** Where the value was found, as the cluster words it. */
  location?: string;
  /** What is wrong with the value, for people to read. */
  message?: string;
  /** Which part of the request holds the value. The vendor may add values at any time. */
  parameterLocation?: "PATH" | "PAYLOAD_BODY" | "QUERY" | (string & {});
  /** Where in the request the value stands. */
  path?: string;
}

/** The body of an error. */
export interface ErrorEnvelope {
  error?: ErrorModel;
}

/** Why the cluster refused a call. */
export interface ErrorModel {
  /**
   * The HTTP status once more.
   *
   * Format: int32.
   */
  code?: number;
  /** The values that are not allowed, one by one. */
  constraintViolations?: ConstraintViolation[];
  /** What is wrong, for people to read. */
  message?: string;
}

/** One open session of one user. */
export interface UserSession {
  /**
   * When the session was opened, in milliseconds since 1970-01-01 UTC.
   *
   * Format: int64.
   */
  creationTime: number;
  /** Device that the user signed in with. */
  device?: string;
  /** Address that the user signed in from. */
  ip?: string;
  /**
   * When the session was last used, in milliseconds since 1970-01-01 UTC.
   *
   * Format: int64.
   */
  lastAccessedTimestamp?: number;
  /**
   * How the user signed in: as a user of the cluster itself, through LDAP, through single sign-on, or with a DevOps
   * token. The vendor may add values at any time.
   */
  loginType: "LOCAL" | "LDAP" | "SSO_MANAGED" | "DEVOPSTOKEN" | (string & {});
  /**
   * Id of the cluster node that the session belongs to.
   *
   * Format: int32.
   */
  nodeId: number;
  /** Id of the session. */
  sessionId: string;
  /** Id of the environment that the user signed in to; for the Cluster Management Console, the id of the cluster. */
  tenantUuid: string;
  /** Id of the user. */
  userId: string;
}

/** The policy for sessions. It is read and replaced as a whole. */
export interface UserSessionsConfig {
  automaticLogoutDto: AutomaticLogoutConfiguration;
  concurrentSessionPolicyDto: ConcurrentSessionPolicy;
}
