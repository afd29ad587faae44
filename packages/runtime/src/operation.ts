import type { AnswerReader } from "./bodies/answers.ts";
import type { BodyWriter } from "./bodies/body.ts";
import type { Caution } from "./caution.ts";
import type { Core } from "./core.ts";
import type { HeaderWriter } from "./header-parameters.ts";
import type { NumberCodec } from "./int64.ts";
import type { PagingStyle } from "./paging.ts";
import type { RateLimit } from "./stages/rate-limit.ts";
import type { ParameterStyle } from "./styles.ts";

/** For one security alternative: each scheme that it needs, with the scopes or roles wanted of it. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

/** Where operations are. */
export interface Server {
  /** A URL with variables in braces. */
  readonly server: string;
  /** Defaults of the variables; one without a default must be given. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** What the runtime has to know of an operation; emitted from the spec, one constant each. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path template; what stands in braces are names of arguments. */
  readonly path: string;
  /** Query parameters by argument name, each with the function that writes it. */
  readonly query?: Readonly<Record<string, ParameterStyle>>;
  /** `headerParameters`, where there are some. */
  readonly header?: HeaderWriter;
  /** `cookieParameters`, where there are some. */
  readonly cookie?: HeaderWriter;
  /** Path parameters that are no plain single values, by argument name. */
  readonly segments?: Readonly<Record<string, ParameterStyle>>;
  /** Writes the body: `soleJsonBody` as a rule. */
  readonly body?: BodyWriter;
  /** Declared media types by status, status range or `default`; null where no content is declared. */
  readonly responses: Readonly<Record<string, string | readonly string[] | null>>;
  /** Reads what is neither JSON nor UTF-8 text; absent where no such answer is declared. */
  readonly reader?: AnswerReader;
  /** The Accept header where it is not JSON alone. */
  readonly accept?: string;
  /** `serverOf`, where it is not where the others are. */
  readonly at?: (core: Core) => string;
  /** Alternatives, an empty one where it can do without; absent where no credentials are needed. */
  readonly security?: readonly SecurityRequirement[];
  /** Goes without the client's headers. */
  readonly bare?: true;
  /** May be repeated although the method alone does not say so. */
  readonly idempotent?: true;
  /** Statuses worth a retry, beyond the usual ones. */
  readonly retryStatuses?: readonly number[];
  /** Reads and writes bodies with int64 fields; absent where there are none. */
  readonly numbers?: NumberCodec;
  /** What refuses a drastic call that is not said to be meant. */
  readonly caution?: Caution;
}

/** How to walk through a list; pointers are JSON pointers into the answer's body. */
export interface Pagination {
  readonly style: PagingStyle;
  /** The query parameter that moves. */
  readonly position: string;
  /** The query parameter for the page size, and the best size to ask for. */
  readonly size?: readonly [parameter: string, best: number];
  /** The position of the first page. */
  readonly first?: number;
  readonly items: string;
  readonly total?: string;
  /** Where the answer says its own position, which may be another than was asked for. */
  readonly begins?: string;
  readonly next?: string;
}

export interface PagedOperation extends Operation {
  readonly pagination: Pagination;
}

/** What holds for every operation of a service; emitted from the spec. */
export interface Service extends Server {
  /** The package's short name. */
  readonly name: string;
  /** Statuses worth a retry, beyond the usual ones. */
  readonly retryStatuses?: readonly number[];
  readonly rateLimit?: RateLimit;
}
