// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

/** What the call was made with. */
export interface ApiErrorArgs {
  /** Parameters of the path by name. */
  urlVars?: { [key: string]: string };
}

/**
 * What the error comes from: a field of the request, another error, or both. It may have a cause of its own. For
 * `INVALID_POSTURE`, `data` maps the id of each policy to the checks that failed.
 */
export interface ApiErrorCause extends ApiFieldError, ApiErrorModel {}

/** The answer of a call that failed. */
export interface ApiErrorEnvelope {
  error: ApiErrorModel;
  meta: Meta;
}

/** What went wrong. */
export interface ApiErrorModel {
  args?: ApiErrorArgs;
  cause?: ApiErrorCause;
  /** The cause in a sentence. */
  causeMessage?: string;
  /**
   * A word for programs, such as `NOT_FOUND`. Others than those named here occur: UNAUTHORIZED, INVALID_AUTH,
   * INVALID_AUTH_METHOD, COULD_NOT_VALIDATE, COULD_NOT_PARSE_BODY, INVALID_FIELD, INVALID_FILTER, INVALID_PAGINATION,
   * INVALID_SORT_IDENTIFIER, NO_EDGE_ROUTERS_AVAILABLE, INVALID_POSTURE, CONFLICT_CANNOT_MODIFY_REFERENCED,
   * MFA_INVALID_TOKEN, MFA_NOT_ENROLLED, RATE_LIMITED, TIMEOUT, METHOD_NOT_ALLOWED, UNHANDLED.
   */
  code?: string;
  /** Facts that belong to the error. */
  data?: { [key: string]: unknown };
  /** A sentence for people. */
  message?: string;
  /** Id under which the controller logged the call. */
  requestId?: string;
}

/** A field of the request that is wrong. */
export interface ApiFieldError {
  /** Name of the field. */
  field?: string;
  /** What is wrong with it. */
  reason?: string;
  /** The value that was sent, of whatever type. */
  value?: unknown;
}

/** An API session. */
export interface ApiSessionDetail extends BaseEntity {
  authQueries: AuthQueryList;
  /** Id of the authenticator by which it was opened. */
  authenticatorId: string;
  /**
   * When it was last used, with what has not been stored yet.
   *
   * Format: date-time.
   */
  cachedLastActivityAt?: string;
  /** Types of configuration that lists of services deliver. */
  configTypes: string[];
  identity: EntityRef;
  /** Id of the identity that signed in. */
  identityId: string;
  /** Whether the client certificate came with a chain that is not in order. */
  improperClientCertChain?: boolean;
  /** Address from which it was opened. */
  ipAddress: string;
  /** Whether an administrator asks for the client certificate to be renewed. */
  isCertExtendRequested?: boolean;
  /** Whether the client certificate can be renewed. */
  isCertExtendable?: boolean;
  /** Whether a renewal is to come with a new key. */
  isCertKeyRollRequested?: boolean;
  /** Whether the second factor has been given. */
  isMfaComplete: boolean;
  /** Whether a second factor is asked for. */
  isMfaRequired: boolean;
  /**
   * When it was last used.
   *
   * Format: date-time.
   */
  lastActivityAt?: string;
  /** Goes into the header `zt-session` of every call. */
  token: string;
}

/** A version of an API. */
export interface ApiVersion {
  /** Full addresses of its base. */
  apiBaseUrls?: string[];
  /** Path of its base. */
  path: string;
  /** Version of its description. */
  version?: string;
}

/** Words by which policies select the thing. */
export type Attributes = string[] | null;

/** A proof that is still missing. */
export interface AuthQueryDetail {
  /** For `EXT-JWT`: client id to use with the outside issuer. */
  clientId?: string;
  format?: MfaFormats;
  /** Method of the call that takes the proof. */
  httpMethod?: string;
  /** Where to give the proof, or for `EXT-JWT` where to get it. */
  httpUrl?: string;
  /** Id of the query. */
  id?: string;
  /** Whether the identity has an authenticator app set up. */
  isTotpEnrolled?: boolean;
  /** Largest length of the code. */
  maxLength?: number;
  /** Smallest length of the code. */
  minLength?: number;
  provider: MfaProviders;
  /** For `EXT-JWT`: scopes to ask the outside issuer for. */
  scopes?: string[];
  typeId?: AuthQueryType;
}

/** Proofs that are still missing. */
export type AuthQueryList = AuthQueryDetail[];

/** Kind of proof. `MFA` is the older word for `TOTP`. */
export type AuthQueryType = "MFA" | "TOTP" | "EXT-JWT" | (string & {});

/** Name and password, and what the controller may know of the caller. */
export interface Authenticate {
  configTypes?: ConfigTypes | undefined;
  envInfo?: EnvInfo | undefined;
  password?: Password | undefined;
  sdkInfo?: SdkInfo | undefined;
  username?: Username | undefined;
}

/** What every thing has that the controller keeps. */
export interface BaseEntity {
  _links: Links;
  /**
   * When it was made.
   *
   * Format: date-time.
   */
  createdAt: string;
  /** Id of the thing. */
  id: string;
  tags?: Tags;
  /**
   * When it was last changed.
   *
   * Format: date-time.
   */
  updatedAt: string;
}

/** What there is to know of every edge router. */
export interface CommonEdgeRouterProperties {
  appData?: Tags;
  /**
   * What a path over the router costs.
   *
   * Range: 0 to 65535.
   */
  cost: number | null;
  /** Whether the router is switched off. */
  disabled: boolean;
  /** Name of the router's machine. */
  hostname: string;
  /** Whether it is connected to the controller. */
  isOnline: boolean;
  /** Name of the router. */
  name: string;
  /** Whether paths between other routers must not cross it. */
  noTraversal: boolean | null;
  /** Addresses to connect to, by protocol: `tls`, `wss`. */
  supportedProtocols: { [key: string]: string };
  /** How far the router has taken over the controller's data, such as `SYNC_DONE`. */
  syncStatus: string;
}

/** Ids or names of the types of configuration that lists of services are to deliver; `all` stands for every type. */
export type ConfigTypes = string[];

/** The API session in use. */
export interface CurrentApiSessionDetail extends ApiSessionDetail {
  /** Idle time after which it ends, in seconds. */
  expirationSeconds: number;
  /**
   * When it ends if it is not used again.
   *
   * Format: date-time.
   */
  expiresAt: string;
}

/** The API session in use. */
export interface CurrentApiSessionDetailEnvelope {
  data: CurrentApiSessionDetail;
  meta: Meta;
}

/** The identity that is signed in. */
export interface CurrentIdentityDetailEnvelope {
  data: IdentityDetail;
  meta: Meta;
}

/** One service. */
export interface DetailServiceEnvelope {
  data: ServiceDetail;
  meta: Meta;
}

/** One session. */
export interface DetailSessionEnvelope {
  data: SessionDetail;
  meta: Meta;
}

/**
 * What a session, policy or permission is for: to connect to a service (`Dial`) or to host it (`Bind`). `Invalid` came
 * after 0.25.31 and is nothing to ask for.
 */
export type DialBind = "Dial" | "Bind" | "Invalid" | (string & {});

/** What is allowed with a service. */
export type DialBindArray = DialBind[];

/**
 * What a session, policy or permission is for: to connect to a service (`Dial`) or to host it (`Bind`). `Invalid` came
 * after 0.25.31 and is nothing to ask for.
 */
export type DialBindInput = "Dial" | "Bind" | "Invalid";

/** The answer of a call that has nothing to tell. */
export interface Empty {
  /** An object without content. */
  data: { [key: string]: unknown };
  meta: Meta;
}

/** Names another thing. */
export interface EntityRef {
  _links?: Links;
  /** Kind of the thing, as paths spell it: `services`. */
  entity?: string;
  /** Id of the thing. */
  id?: string;
  /** Name of the thing. */
  name?: string;
}

/** The machine of the caller. */
export interface EnvInfo {
  /**
   * Processor architecture.
   *
   * Length: at most 255.
   */
  arch?: string | undefined;
  /**
   * Domain that the machine belongs to.
   *
   * Length: at most 253.
   */
  domain?: string | undefined;
  /**
   * Name of the machine.
   *
   * Length: at most 253.
   */
  hostname?: string | undefined;
  /**
   * Operating system.
   *
   * Length: at most 255.
   */
  os?: string | undefined;
  /**
   * Release of the operating system.
   *
   * Length: at most 255.
   */
  osRelease?: string | undefined;
  /**
   * Version of the operating system.
   *
   * Length: at most 255.
   */
  osVersion?: string | undefined;
}

/** How the identity can prove itself; what it does not have is left out. */
export interface IdentityAuthenticators {
  cert?: IdentityAuthenticatorsCert;
  updb?: IdentityAuthenticatorsUpdb;
}

/** A client certificate. */
export interface IdentityAuthenticatorsCert {
  /** Fingerprint of the certificate. */
  fingerprint?: string;
  /** Id of the authenticator. */
  id?: string;
}

/** Name and password. */
export interface IdentityAuthenticatorsUpdb {
  /** Id of the authenticator. */
  id?: string;
  /** Name to sign in with. */
  username?: string;
}

/** An identity. */
export interface IdentityDetail extends BaseEntity {
  appData?: Tags;
  authPolicy: EntityRef;
  /** Id of the policy that says how it must sign in. */
  authPolicyId: string;
  authenticators: IdentityAuthenticators;
  defaultHostingCost: TerminatorCost;
  defaultHostingPrecedence?: TerminatorPrecedence;
  /** Whether it may not sign in. */
  disabled: boolean;
  /**
   * When it was disabled.
   *
   * Format: date-time.
   */
  disabledAt?: string | null;
  /**
   * When it may sign in again; null for never by itself.
   *
   * Format: date-time.
   */
  disabledUntil?: string | null;
  /** Whether it is connected to an edge router. */
  edgeRouterConnectionStatus: "online" | "offline" | "unknown" | (string & {});
  enrollment: IdentityEnrollments;
  envInfo: EnvInfo;
  /** What outside issuers call it. */
  externalId: string | null;
  /** Whether it has an API session. */
  hasApiSession: boolean;
  /** Whether it is connected to an edge router. */
  hasEdgeRouterConnection: boolean;
  /** Network interfaces of its machine. */
  interfaces?: Interface[];
  /** Whether it is an administrator. */
  isAdmin: boolean;
  /** Whether it is the administrator that the network was made with. */
  isDefaultAdmin: boolean;
  /** Whether a second factor is set up. */
  isMfaEnabled: boolean;
  /** Name of the identity. */
  name: string;
  permissions: Permissions;
  roleAttributes: Attributes;
  sdkInfo: SdkInfo;
  serviceHostingCosts: TerminatorCostMap;
  serviceHostingPrecedences: TerminatorPrecedenceMap;
  type: EntityRef;
  /** Id of the type of identity. */
  typeId: string;
}

/** Enrollments that are still open; what there is not is left out. */
export interface IdentityEnrollments {
  ott?: IdentityEnrollmentsOtt;
  ottca?: IdentityEnrollmentsOttca;
  updb?: IdentityEnrollmentsUpdb;
}

/** Enrollment by a token that works once. */
export interface IdentityEnrollmentsOtt {
  /**
   * When it is no longer good.
   *
   * Format: date-time.
   */
  expiresAt?: string;
  /** Id of the enrollment. */
  id?: string;
  /** The enrollment as a JWT. */
  jwt?: string;
  /** The token. */
  token?: string;
}

/** Enrollment by a token that works once and a certificate of an outside authority. */
export interface IdentityEnrollmentsOttca {
  ca?: EntityRef;
  /** Id of the authority. */
  caId?: string;
  /**
   * When it is no longer good.
   *
   * Format: date-time.
   */
  expiresAt?: string;
  /** Id of the enrollment. */
  id?: string;
  /** The enrollment as a JWT. */
  jwt?: string;
  /** The token. */
  token?: string;
}

/** Enrollment for a name and password. */
export interface IdentityEnrollmentsUpdb {
  /**
   * When it is no longer good.
   *
   * Format: date-time.
   */
  expiresAt?: string;
  /** Id of the enrollment. */
  id?: string;
  /** The enrollment as a JWT. */
  jwt?: string;
  /** The token. */
  token?: string;
}

/** A network interface. */
export interface Interface {
  /** Its addresses. */
  addresses?: string[];
  /** Its MAC address. */
  hardwareAddress: string;
  /**
   * Its number on the machine.
   *
   * Range: at least 0.
   */
  index: number;
  /** Whether it can broadcast. */
  isBroadcast: boolean;
  /** Whether it is the loopback. */
  isLoopback: boolean;
  /** Whether it can multicast. */
  isMulticast: boolean;
  /** Whether it is running. */
  isRunning: boolean;
  /** Whether it is up. */
  isUp: boolean;
  /**
   * Largest packet, in bytes.
   *
   * Range: at least 0.
   */
  mtu: number;
  /** Its name. */
  name: string;
}

/** Where something is found. */
export interface Link {
  /** What to know about it. */
  comment?: string;
  /**
   * Address, relative to the base of the API: `./services/…`.
   *
   * Format: uri-reference.
   */
  href: string;
  /** HTTP method to use. */
  method?: string;
}

/** Links by name, `self` among them. */
export interface Links {
  [key: string]: Link;
}

/** A page of services. */
export interface ListServicesEnvelope {
  data: ServiceList;
  meta: Meta;
}

/** A page of sessions. */
export interface ListSessionsEnvelope {
  data: SessionList;
  meta: Meta;
}

/** Version and addresses of a controller. */
export interface ListVersionEnvelope {
  data: Version;
  meta: Meta;
}

/** Facts about the answer. */
export interface Meta {
  /** Version of the enrollment API. */
  apiEnrollmentVersion?: string;
  /** Version of this API. */
  apiVersion?: string;
  /** Fields that a filter of this list may name. */
  filterableFields?: string[];
  pagination?: Pagination;
}

/** A second factor. */
export interface MfaCode {
  /**
   * A code of the authenticator app or a recovery code.
   *
   * Format: password.
   */
  code: string;
}

/** What a code is made of. */
export type MfaFormats = "numeric" | "alpha" | "alphaNumeric" | (string & {});

/** Who checks the proof: the controller (`ziti`) or somebody at an address (`url`). */
export type MfaProviders = "ziti" | "url" | (string & {});

/** An operating system. */
export type OsType = "Windows" | "WindowsServer" | "Android" | "iOS" | "Linux" | "macOS" | (string & {});

/** Which part of a list the answer is. */
export interface Pagination {
  /**
   * Rows asked for.
   *
   * Format: int64.
   */
  limit: number;
  /**
   * Rows left out at the start.
   *
   * Format: int64.
   */
  offset: number;
  /**
   * Rows that there are in all.
   *
   * Format: int64.
   */
  totalCount: number;
}

/**
 * The identity's password.
 *
 * Format: password. Length: 5 to 100.
 */
export type Password = string;

/** Rights beside those that policies give. */
export type Permissions = string[] | null;

/** What a posture check looks at. */
export type PostureCheckType = "OS" | "PROCESS" | "DOMAIN" | "MAC" | "MFA" | "PROCESS_MULTI" | (string & {});

/** The posture checks of one policy. */
export interface PostureQueries {
  /** Whether all of them pass. */
  isPassing: boolean;
  /** Id of the policy. */
  policyId: string;
  policyType?: DialBind;
  /** The checks. */
  postureQueries: PostureQuery[];
}

/** A posture check, and how it stands. */
export interface PostureQuery extends BaseEntity {
  /** Whether it passes. */
  isPassing: boolean;
  process?: PostureQueryProcess;
  /** For `PROCESS_MULTI`: the processes that it looks for. */
  processes?: PostureQueryProcess[];
  /** For `MFA`: how long after waking or unlocking the earlier code still counts, in seconds. */
  promptGracePeriodSeconds?: number;
  /** For `MFA`: whether to ask again once the device is unlocked. */
  promptOnUnlock?: boolean;
  /** For `MFA`: whether to ask again once the device wakes. */
  promptOnWake?: boolean;
  queryType: PostureCheckType;
  /** How long a pass counts, in seconds. */
  timeout: number;
  /**
   * When the pass no longer counts.
   *
   * Format: date-time.
   */
  timeoutAt?: string | null;
  /** How long the pass still counts, in seconds. */
  timeoutRemaining: number;
}

/** A process that a check looks for. */
export interface PostureQueryProcess {
  osType?: OsType;
  /** Where its program is. */
  path?: string;
}

/** The program of the caller. */
export interface SdkInfo {
  /**
   * Id of the program.
   *
   * Length: at most 255.
   */
  appId?: string | undefined;
  /**
   * Version of the program.
   *
   * Length: at most 255.
   */
  appVersion?: string | undefined;
  /**
   * Branch that the SDK was built from.
   *
   * Length: at most 255.
   */
  branch?: string | undefined;
  /**
   * Revision that the SDK was built from.
   *
   * Length: at most 255.
   */
  revision?: string | undefined;
  /**
   * Name of the SDK.
   *
   * Length: at most 255.
   */
  type?: string | undefined;
  /**
   * Version of the SDK.
   *
   * Length: at most 255.
   */
  version?: string | undefined;
}

/** A service. */
export interface ServiceDetail extends BaseEntity {
  /** Configurations by their type, as far as they were asked for. */
  config: { [key: string]: { [key: string]: unknown } };
  /** Ids of its configurations; null where it has none. */
  configs: string[] | null;
  /** Whether the ends must encrypt. */
  encryptionRequired: boolean;
  /** How long a connection may be idle, in milliseconds. */
  maxIdleTimeMillis?: number;
  /** Name of the service. */
  name: string;
  /** What the identity may do with it; null for an administrator whom no policy allows anything. */
  permissions: DialBindArray | null;
  /** Posture checks by policy. */
  postureQueries: PostureQueries[];
  roleAttributes: Attributes;
  /** How one of several hosts is chosen, such as `smartrouting`. */
  terminatorStrategy: string;
}

/** Services. */
export type ServiceList = ServiceDetail[];

/** A session to create. */
export interface SessionCreate {
  /** Id of the service. */
  serviceId?: string | undefined;
  tags?: Tags | undefined;
  /** To dial (when left out) or to host. */
  type?: DialBindInput | undefined;
}

/** The session that was created. */
export interface SessionCreateEnvelope {
  data?: SessionDetail;
  meta?: Meta;
}

/**
 * A session. Of what may be null, all is null in the answer to a create (`edgeRouters` only at times); later, what the
 * session refers to is null once it is gone.
 */
export interface SessionDetail {
  _links: Links | null;
  /** The API session that it belongs to. */
  apiSession: EntityRef | null;
  /** Id of the API session that it belongs to. */
  apiSessionId: string;
  /**
   * When it was made.
   *
   * Format: date-time.
   */
  createdAt: string | null;
  /** Edge routers over which the service can be reached. */
  edgeRouters: SessionEdgeRouter[] | null;
  /** Id of the session. */
  id: string;
  /** Id of the identity that it was made for. */
  identityId: string;
  /** The service that it gives access to. */
  service: EntityRef | null;
  /** Id of the service that it gives access to. */
  serviceId: string;
  tags?: Tags;
  /** A JWT to show to an edge router. */
  token: string;
  type: DialBind;
  /**
   * When it was last changed.
   *
   * Format: date-time.
   */
  updatedAt: string | null;
}

/** An edge router over which the service of a session can be reached. */
export interface SessionEdgeRouter extends CommonEdgeRouterProperties {
  /**
   * The same as `supportedProtocols`, for older clients.
   *
   * @deprecated
   */
  urls: { [key: string]: string };
}

/** Sessions. */
export type SessionList = SessionDetail[];

/** Values by name. */
export interface SubTags {
  [key: string]: unknown;
}

/** Values by name that users gave the thing. Texts, booleans and nulls are allowed. */
export type Tags = SubTags | null;

/** What it costs to reach a service here rather than elsewhere: the smaller, the sooner it is chosen. */
export type TerminatorCost = number;

/** Costs by id of the service. */
export interface TerminatorCostMap {
  [key: string]: TerminatorCost;
}

/**
 * Whether a service is reached here: before all others (`required`), by cost (`default`) or only if nothing else is
 * left (`failed`).
 */
export type TerminatorPrecedence = "default" | "required" | "failed" | (string & {});

/** Precedences by id of the service. */
export interface TerminatorPrecedenceMap {
  [key: string]: TerminatorPrecedence;
}

/**
 * Name to sign in with.
 *
 * Length: 4 to 100.
 */
export type Username = string;

/** Version and addresses of a controller. */
export interface Version {
  /** APIs by name (`edge-client`), of each the versions by name (`v1`). */
  apiVersions?: { [key: string]: { [key: string]: ApiVersion } };
  /** When the controller was built. */
  buildDate?: string;
  /** What the controller can do, such as `OIDC_AUTH`, `OIDC_AUTH_WITH_CSR`, `HA_CONTROLLER`. Others occur. */
  capabilities?: string[];
  /** Revision that it was built from. */
  revision?: string;
  /** Version of Go that it was built with. */
  runtimeVersion?: string;
  /** Version of the controller. */
  version?: string;
}
