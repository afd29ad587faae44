import type { Located, Place } from "./source.ts";
import type { RecordField, Type } from "./types.ts";

/** What is known of a service, in one form whether a spec or the evidence says it; each fact knows where it stands. */
export interface Facts {
  readonly basePath: Located<string>;
  readonly securitySchemes: ReadonlyMap<string, Located<string>>;
  readonly operations: ReadonlyMap<string, OperationFacts>;
  readonly schemas: ReadonlyMap<string, SchemaFacts>;
  readonly place: Place;
}

export interface OperationFacts {
  readonly id: string;
  /** Upper case. */
  readonly method: Located<string>;
  readonly path: Located<string>;
  readonly parameters: readonly ParameterFacts[];
  readonly body: BodyFacts;
  readonly security: Located<readonly SecurityAlternative[]>;
  readonly responses: readonly ResponseFacts[];
  readonly place: Place;
}

const PARAMETER_PLACES = ["path", "query", "header", "cookie"] as const;

export type ParameterPlace = (typeof PARAMETER_PLACES)[number];

export function parameterPlace(text: string | undefined): ParameterPlace | undefined {
  return PARAMETER_PLACES.find((place) => place === text);
}

export interface ParameterFacts {
  readonly name: string;
  readonly in: Located<ParameterPlace>;
  readonly required: Located<boolean>;
  readonly type: Located<Type>;
  /** How several values become text: `form comma`, `form repeated`, …; undefined where there is but one value. */
  readonly style: Located<string | undefined>;
  readonly place: Place;
}

export interface BodyFacts {
  readonly required: Located<boolean>;
  /** Empty where the operation takes no body. */
  readonly content: readonly ContentFacts[];
  readonly place: Place;
}

export interface ContentFacts {
  readonly mediaType: string;
  readonly type: Type;
  readonly place: Place;
}

/** The schemes that are needed together; none at all means that the call may go without. */
export type SecurityAlternative = readonly string[];

export interface ResponseFacts {
  readonly status: string;
  /** Empty where the answer has no body. */
  readonly content: readonly ContentFacts[];
  readonly place: Place;
}

/** A schema with fields, own and inherited ones alike, or one that is another type. */
export interface SchemaFacts {
  readonly name: string;
  readonly fields?: readonly FieldFacts[];
  readonly type?: Type;
  readonly place: Place;
}

export interface FieldFacts extends RecordField {
  readonly place: Place;
}

/** The name of the field that stands for whatever fields a schema does not name. */
export const OTHER_FIELDS = "*";
