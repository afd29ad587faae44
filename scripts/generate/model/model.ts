import type { JsonObject } from "../load/json.ts";
import type { Int64Names } from "./int64.ts";
import type { SensitiveNames } from "./sensitive.ts";
import type { Style } from "./style.ts";

interface RateLimit {
  readonly header: string;
  readonly is: "timestamp" | "delay";
  readonly perSecond: number;
  readonly remaining?: string;
}

/** What is emitted, in the words of the emitted code: names are final, references to anything but schemas are resolved. */
export interface Model {
  /** Short name of the package, which is the name of the spec's folder. */
  readonly service: string;
  readonly clientName: string;
  /** What examples call a client. */
  readonly instanceName: string;
  readonly title: string;
  readonly summary: string;
  readonly server: Server;
  /** The document's other servers: Markdown, each with what is said of it. */
  readonly otherServers: readonly string[];
  readonly schemes: ReadonlyMap<string, Scheme>;
  readonly retryStatuses: readonly number[];
  readonly expired: { readonly header: string; readonly contains: readonly string[] } | undefined;
  /** The arguments of the runtime's `rateLimit`, in their order. */
  readonly rateLimit: RateLimit | undefined;
  readonly sensitive: SensitiveNames;
  /** What operations need as a rule; undefined where none needs anything. */
  readonly usualSecurity: readonly JsonObject[] | undefined;
  readonly groups: readonly Group[];
  readonly kinds: readonly Kind[];
  /** Whether the service calls its users too. */
  readonly hasWebhooks: boolean;
  /** By TypeScript name, sorted. */
  readonly schemaNames: readonly string[];
}

export interface Server {
  readonly url: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  /** Undefined where the user has to say. */
  readonly default: string | undefined;
  /** What stands for it in examples, where the spec says so: a name that is nobody's. */
  readonly example?: string;
  readonly values: readonly string[];
  readonly description: string;
}

export type Scheme =
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly type: "basic" | "bearer" };

export interface Group {
  /** The tag `UserSessions` is class `UserSessionsOperations`, property `userSessions`, file `user-sessions.ts`. */
  readonly className: string;
  readonly property: string;
  readonly file: string;
  readonly description: string;
  readonly operations: readonly Operation[];
}

export interface Operation {
  /** The name of its function and its method. */
  readonly id: string;
  /** The operationId, as the spec writes it. */
  readonly specId: string | undefined;
  /** The name of the constant that the runtime interprets. */
  readonly constant: string;
  /** Of its types: `GetUsers` in `GetUsersArgs`. */
  readonly typeName: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly source: { readonly from: string; readonly confidence: string } | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly responses: readonly Response[];
  /** Undefined where the operation is where the others are. */
  readonly server: Server | undefined;
  /** Alternatives, an empty one last where it can do without; undefined where no credentials are needed. */
  readonly security: readonly JsonObject[] | undefined;
  readonly idempotent: boolean;
  readonly retryStatuses: readonly number[];
  readonly caution: Caution | undefined;
  readonly pagination: Pagination | undefined;
  readonly int64: Int64Names;
  /** JSON pointer into the spec. */
  readonly pointer: string;
}

export interface Parameter {
  /** What the argument is called: the wire name, with its place in front where that alone would be ambiguous. */
  readonly argument: string;
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string;
  /** Undefined for a single value in a path, which needs none. */
  readonly style: Style | undefined;
  readonly schema: unknown;
  readonly example: unknown;
}

export interface Body {
  readonly required: boolean;
  readonly description: string;
  /** The first one is what goes without saying, unless it is a wildcard. */
  readonly contents: readonly BodyContent[];
}

export interface BodyContent {
  readonly mediaType: string;
  readonly kind: "json" | "text" | "binary" | "form" | "multipart" | "lines";
  /** Of JSON lines that of each. */
  readonly schema: unknown;
  readonly writer: Writer;
  /** The fields of a body in parts that are files, or lists of them. */
  readonly files?: readonly string[];
  readonly example: unknown;
}

/** The runtime's writer of a body, and what it is called with. */
export interface Writer {
  readonly name: string;
  /** By field: the style of one of a form, the media type of a part. Absent for a writer that is none to be called. */
  readonly fields?: ReadonlyMap<string, Style | string>;
}

export interface Response {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string;
  /** Empty where no content is declared. */
  readonly contents: readonly Content[];
}

export interface Content {
  readonly mediaType: string;
  /** "any" is what neither its media type nor its schema says. */
  readonly kind: "json" | "text" | "binary" | "events" | "jsonEvents" | "lines" | "any";
  /** Of events that of their data, of JSON lines that of each. */
  readonly schema: unknown;
  readonly examples: ReadonlyMap<string, unknown>;
}

export interface Caution {
  readonly parameter: string;
  readonly absent: string;
  readonly choice: string | undefined;
}

export interface Pagination {
  readonly style: "offset" | "page" | "cursor";
  readonly position: string;
  readonly size: readonly [parameter: string, best: number] | undefined;
  readonly first: number | undefined;
  /** JSON pointers into the answer's body. */
  readonly items: string;
  readonly total: string | undefined;
  readonly begins: string | undefined;
  readonly next: string | undefined;
  readonly itemSchema: unknown;
}

export interface Kind {
  readonly name: string;
  readonly typeName: string;
  readonly description: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** As the spec has it, checked by the loader. */
  readonly plan: JsonObject;
}

export interface Field {
  readonly description: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly once: boolean;
  readonly default: string | undefined;
  readonly values: readonly (string | boolean)[];
}
