// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

/** An access token. */
export interface AccessTokenResponse {
  /** The token, good for 24 hours. */
  accessToken?: string | null;
  /** Privileges that the token carries. */
  privileges?: string[];
  /** What to put before the token in the `Authorization` header, `Bearer` as a rule. */
  tokenType?: string | null;
}

/** How many sessions are open. */
export interface ActiveSessionsCountParams {
  /** The number for each user. */
  sessionsPerUser?: UserSessionsCount[];
  /**
   * Number of open sessions, of all users or of those asked for.
   *
   * Format: int64.
   */
  totalSessionsCount?: number;
}

/** What a user or group has access to. */
export interface AssignedSources {
  /** Ids of protection sources. */
  sourceIds?: number[] | undefined;
  /** Ids of views. */
  viewIds?: number[] | undefined;
}

/** Settings of a user that can be read and changed alike. */
export interface CommonUpdatableUserParams {
  /** Free text on the user. */
  description?: string | null | undefined;
  /**
   * Since when the user may sign in, in milliseconds since 1970.
   *
   * Format: int64.
   */
  effectiveTimeMsecs?: number | null | undefined;
  /**
   * Until when the user may sign in, in milliseconds since 1970.
   *
   * Format: int64.
   */
  expiryTimeMsecs?: number | null | undefined;
  /** Whether the user is locked out. */
  locked?: boolean | null | undefined;
  /** Whether the user sees and manages only the objects given to it. */
  restricted?: boolean | null | undefined;
  /** Names of the roles that make up the user's privileges, e.g. COHESITY_VIEWER. */
  roles?: string[] | null | undefined;
}

/** Who wants an access token. There is no field for a second factor. */
export interface CreateAccessTokenRequestParams {
  /** Domain of the user; `LOCAL` is the cluster's own. */
  domain?: string | null | undefined;
  /**
   * Password of the user.
   *
   * Format: password.
   */
  password: string | null;
  /** Name of the user. */
  username: string | null;
}

/** A group to add. */
export interface CreateGroupParams {
  /** Free text on the group. */
  description?: string | null;
  /** Domain of the group, `LOCAL` or the full name of a directory's domain. */
  domain: string;
  /** What a group of the domain `LOCAL` has besides. */
  localGroupParams?: LocalGroupParams | null;
  /** Name of the group. */
  name: string;
  /** Whether members see and manage only the objects given to them. */
  restricted?: boolean | null;
  /** Names of the roles that members of the group have, e.g. COHESITY_VIEWER. */
  roles?: string[];
  /** Ids of the tenants that the group belongs to. */
  tenantIds?: string[];
}

/** A group to add. */
export interface CreateGroupParamsInput {
  /** Free text on the group. */
  description?: string | null | undefined;
  /** Domain of the group, `LOCAL` or the full name of a directory's domain. */
  domain: string;
  /** What a group of the domain `LOCAL` has besides. */
  localGroupParams?: LocalGroupParamsInput | null | undefined;
  /** Name of the group. */
  name: string;
  /** Whether members see and manage only the objects given to them. */
  restricted?: boolean | null | undefined;
  /** Names of the roles that members of the group have, e.g. COHESITY_VIEWER. */
  roles?: string[] | undefined;
  /** Ids of the tenants that the group belongs to. */
  tenantIds?: string[] | undefined;
}

/** Settings of an API key. */
export interface CreateOrUpdateAPIKeyRequest {
  /**
   * End of the key's life, in milliseconds since 1970. Null means never.
   *
   * Format: int64.
   */
  expiryTimeMsecs?: number | null | undefined;
  /**
   * Whether the key may be used.
   *
   * @default true
   */
  isActive?: boolean | null | undefined;
  /** Name of the key, for people. */
  name: string | null;
}

/** A user to add. */
export interface CreateUserParameters {
  /** S3 keys to begin with. Clusters from 7.2.1 on. */
  S3AccessKeys?: S3Keys | undefined;
  /** Whether the user gets an access token for SMB. */
  allowSmbAccessToken?: boolean | null | undefined;
  /** Free text on the user. */
  description?: string | null | undefined;
  /** Domain of the user, `LOCAL` or the full name of a directory's domain. */
  domain: string;
  /**
   * Since when the user may sign in, in milliseconds since 1970.
   *
   * Format: int64.
   */
  effectiveTimeMsecs?: number | null | undefined;
  /**
   * Until when the user may sign in, in milliseconds since 1970.
   *
   * Format: int64.
   */
  expiryTimeMsecs?: number | null | undefined;
  /** What a user of the domain `LOCAL` needs besides. */
  localUserParams?: LocalUserParams | undefined;
  /** Whether the user is locked out. */
  locked?: boolean | null | undefined;
  /** Whether the user sees and manages only the objects given to it. */
  restricted?: boolean | null | undefined;
  /** Names of the roles that make up the user's privileges, e.g. COHESITY_VIEWER. */
  roles?: string[] | null | undefined;
  /** Name of the user. */
  username: string;
}

/**
 * Who opens a session: a user name with its password and, where a second factor is on, a one-time code; or a
 * certificate with its key. The cluster requires no single field.
 */
export interface CreateUserSessionRequestParams {
  /** Client certificate; goes with `privateKey`. */
  certificate?: string | null | undefined;
  /** Domain of the user; `LOCAL` when left out. */
  domain?: string | null | undefined;
  /**
   * The one-time code, good for one sign-in.
   *
   * Format: password.
   */
  otpCode?: string | null | undefined;
  /** Where the code comes from; `totp` is an authenticator app. Clusters of 2021 do not know `salesforce`. */
  otpType?: "email" | "totp" | "salesforce" | null | undefined;
  /**
   * Password of the user.
   *
   * Format: password.
   */
  password?: string | null | undefined;
  /**
   * Private key of `certificate`.
   *
   * Format: password.
   */
  privateKey?: string | null | undefined;
  /** Name of the user. */
  username?: string | null | undefined;
}

/** An API key with the key proper, as it is shown once only. */
export interface CreatedUserAPIKey extends UserAPIKey {
  /** The key proper. Keep it, it is never shown again. */
  apiKey?: string | null;
}

/** Groups to delete. */
export interface DeleteGroupsRequest {
  /**
   * SIDs of the groups, at least one, none twice.
   *
   * Items: at least 1. No item twice.
   */
  sids: string[];
}

/** Users to delete. */
export interface DeleteUsersRequest {
  /**
   * SIDs of the users, at least one, none twice.
   *
   * Items: at least 1. No item twice.
   */
  sids: string[];
}

/** What went wrong. */
export interface ErrorModel {
  /** A word for the kind of failure, e.g. KStatusUnauthorized or KValidationError. The set is open. */
  errorCode?: string | null;
  /** The failure in words, for people. */
  message?: string | null;
  /** Id under which the cluster logged the task; of use to the vendor's support. */
  taskLogId?: string | null;
}

/** A group. */
export interface GroupParams extends CreateGroupParams {
  /**
   * When the group was added, in milliseconds since 1970.
   *
   * Format: int64.
   */
  createdTimeMsecs?: number | null;
  /**
   * When the group was last changed, in milliseconds since 1970.
   *
   * Format: int64.
   */
  lastUpdatedTimeMsecs?: number | null;
  /** SID of the group. */
  sid?: string | null;
  /** The SMB principals of the group. */
  smbPrincipals?: SMBPrincipal[];
}

/** A list of groups. */
export interface Groups {
  /** The groups; absent or null where there is none. */
  groups?: GroupParams[] | null;
}

/** The members of a group of the domain `LOCAL`. */
export interface LocalGroupParams {
  /** SIDs of the members. */
  userSids?: string[];
  /** Names of the members. Clusters from 7.2.1 on. */
  usernames?: string[];
}

/** The members of a group of the domain `LOCAL`. */
export interface LocalGroupParamsInput {
  /** SIDs of the members. */
  userSids?: string[] | undefined;
}

/** What is given for a user of the domain `LOCAL` besides. */
export interface LocalUserParams extends LocalUserResponseParams {
  /**
   * The (new) password.
   *
   * Format: password.
   */
  password?: string | null | undefined;
}

/** What is shown of a user of the domain `LOCAL` besides. */
export interface LocalUserResponseParams {
  /** E-mail address. */
  email?: string | null | undefined;
}

/** What is changed in a user of the domain `LOCAL` besides. */
export interface LocalUserUpdateParams extends LocalUserParams {
  /**
   * The present password; needed by whoever changes their own.
   *
   * Format: password.
   */
  currentPassword?: string | null | undefined;
}

/** A user's account for access by S3. */
export interface S3AccountParams extends S3Keys {
  /** Id of the account. */
  s3AccountId?: string | null;
}

/** A pair of keys for access by S3. */
export interface S3Keys {
  /** Id of the access key. */
  s3AccessKeyId?: string | null | undefined;
  /** The secret key, 43 characters out of `A-Z`, `a-z`, `0-9`, `_` and `-`. */
  s3SecretKey?: string | null | undefined;
}

/** A principal as SMB knows it. */
export interface SMBPrincipal {
  /** Domain of the principal. */
  domain?: string | null;
  /** Name of the principal. */
  name?: string | null;
  /** Kind of the principal, as free text. */
  objectClass?: string | null;
  /** SID of the principal. Clusters from 7.2.1 on. */
  sid?: string | null;
}

/** A new S3 secret key. */
export interface SecretKeyEntity {
  /** The secret key. */
  "secret-key"?: string | null;
}

/** Whatever has a SID. */
export interface SecurityPrincipal {
  /** Domain of the principal. */
  domainName?: string | null;
  /** Name for people. */
  fullName?: string | null;
  /** Kind of the principal. The set grows between releases; `ServiceAccount` is new in 7.1.2_u3. */
  objectClass?: "User" | "Group" | "Computer" | "WellKnownPrincipal" | "ServiceAccount" | (string & {}) | null;
  /** Name by which the principal signs in. */
  principalName?: string | null;
  /** SID of the principal. */
  sid?: string | null;
}

/** A list of principals. */
export interface SecurityPrincipals {
  /** The principals; absent or null where there is none. */
  securityPrincipals?: SecurityPrincipal[] | null;
}

/** Settings of a group to change. Name and domain stay. */
export interface UpdateGroupParameters {
  /** Free text on the group. */
  description?: string | null | undefined;
  /** What a group of the domain `LOCAL` has besides. */
  localGroupParams?: LocalGroupParamsInput | undefined;
  /** Whether members see and manage only the objects given to them. */
  restricted?: boolean | null | undefined;
  /** Names of the roles that members of the group have, e.g. COHESITY_VIEWER. */
  roles?: string[] | undefined;
  /** Ids of the tenants that the group belongs to. */
  tenantIds?: string[] | undefined;
}

/** Settings of a user to change. */
export interface UpdateUserParameters extends CommonUpdatableUserParams {
  /** What a user of the domain `LOCAL` has besides. */
  localUserParams?: LocalUserUpdateParams | undefined;
}

/** An API key, without the key proper. */
export interface UserAPIKey {
  /** SID of the user who made the key. */
  createdByUserSid?: string | null;
  /**
   * When the key was made, in milliseconds since 1970.
   *
   * Format: int64.
   */
  createdTimeMsecs?: number | null;
  /**
   * End of the key's life, in milliseconds since 1970. Null means never.
   *
   * Format: int64.
   */
  expiryTimeMsecs?: number | null;
  /** Id of the key (not the key itself). */
  id?: string | null;
  /** Whether the key may be used; absent means that it may. */
  isActive?: boolean | null;
  /** Whether the key is past its end. */
  isExpired?: boolean | null;
  /**
   * When the key was last exchanged, in milliseconds since 1970.
   *
   * Format: int64.
   */
  lastRotatedTimeMsecs?: number | null;
  /** Name of the key, for people. */
  name?: string | null;
  /** SID of the user to whom the key belongs. */
  userSid?: string | null;
}

/** A list of API keys. */
export interface UserAPIKeys {
  /** The keys; absent where there is none. */
  apiKeys?: UserAPIKey[];
}

/** A user. */
export interface UserParams extends CommonUpdatableUserParams {
  /**
   * When the user was added, in milliseconds since 1970.
   *
   * Format: int64.
   */
  createdTimeMsecs?: number | null;
  /** Domain of the user, `LOCAL` or the full name of a directory's domain. */
  domain?: string;
  /** Whether the user has to change the password. */
  forcePasswordChange?: boolean | null;
  /**
   * When the user last signed in, in milliseconds since 1970.
   *
   * Format: int64.
   */
  lastLoginTimeMsecs?: number | null;
  /**
   * When the user was last changed, in milliseconds since 1970.
   *
   * Format: int64.
   */
  lastUpdatedTimeMsecs?: number | null;
  /** What a user of the domain `LOCAL` has besides. */
  localUserParams?: LocalUserResponseParams | null;
  /** Why the user is locked out. The set may grow. */
  lockedReason?:
    | "NotLocked"
    | "FailedLoginAttempts"
    | "LockedByAdmin"
    | "Inactivity"
    | "OtherReasons"
    | (string & {})
    | null;
  /** Further groups of the user. */
  otherGroups?: string[];
  /** The group that counts for access to files. */
  primaryGroup?: string | null;
  /** The user's S3 account. */
  s3AccountParams?: S3AccountParams | null;
  /** SID of the user. */
  sid?: string | null;
  /** Id of the tenant that the user belongs to. */
  tenantId?: string | null;
  /** Name of the user, unique within its domain. */
  username?: string;
}

/** An open session. */
export interface UserSession {
  /** Value of the `session-id` header from now on. */
  sessionId?: string;
}

/** How many sessions a user has. */
export interface UserSessionsCount {
  /**
   * Number of open sessions.
   *
   * Format: int64.
   */
  sessionsCount?: number;
  /** SID of the user. */
  sid?: string;
}

/** A list of users. */
export interface UsersList {
  /** The users; absent or null where there is none. */
  users?: UserParams[] | null;
}
