import { canonicalScheme } from "./canonical.ts";
import type { Facts, FieldFacts, OperationFacts, SchemaFacts } from "./facts.ts";
import { OTHER_FIELDS } from "./facts.ts";
import { readOperation } from "./notation-operation.ts";
import { exactKeys, fieldName, partsOf, read, type Reader } from "./notation-reader.ts";
import {
  childOf,
  entriesOf,
  formatPlace,
  isObject,
  located,
  placeOf,
  readSource,
  rootOf,
  textOf,
  type Item,
  type Located,
  type Place,
} from "./source.ts";
import { expectEnd, takeAccess, takeType, type Cursor } from "./type-notation.ts";
import { any, namesIn, plain, type Type } from "./types.ts";

/** Reads an evidence file; throws one error that lists everything it cannot read, each with its place. */
export function readEvidence(file: string): Facts {
  const root = rootOf(readSource(file));
  const problems: string[] = [];
  const reader: Reader = {
    report: (place, message) => void problems.push(`${formatPlace(place)} ${message}`),
  };
  const facts = readFacts(root, reader);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return facts;
}

function readFacts(root: Item, reader: Reader): Facts {
  exactKeys(root, ["service", "basePath", "securitySchemes", "operations", "schemas"], reader);
  checkService(root, reader);
  const securitySchemes = new Map<string, Located<string>>();
  for (const [name, item] of partsOf(root, "securitySchemes", reader)) {
    securitySchemes.set(name, readSecurityScheme(item, reader));
  }
  const operations = new Map<string, OperationFacts>();
  for (const [id, item] of partsOf(root, "operations", reader)) {
    operations.set(id, readOperation(id, item, securitySchemes, reader));
  }
  if (operations.size === 0) reader.report(placeOf(root), "no operations are witnessed");
  const schemas = new Map<string, SchemaFacts>();
  for (const [name, item] of partsOf(root, "schemas", reader)) schemas.set(name, readSchema(name, item, reader));
  const basePath = childOf(root, "basePath") ?? root;
  const facts = {
    basePath: located((textOf(basePath) ?? "").replace(/\/+$/, ""), basePath),
    securitySchemes,
    operations,
    schemas,
    place: placeOf(root),
  };
  checkNames(facts, reader);
  return facts;
}

function checkService(root: Item, reader: Reader): void {
  const item = childOf(root, "service");
  const folder = /^specs\/([^/]+)\/[^/]+$/.exec(root.source.file)?.[1];
  if (item !== undefined && folder !== undefined && textOf(item) !== folder) {
    reader.report(placeOf(item), `"service" must be the name of the folder, ${folder}`);
  }
}

/** A name that is neither a type nor a schema is a slip of the pen, or a schema that was forgotten. */
function checkNames(facts: Facts, reader: Reader): void {
  for (const { type, place } of typesIn(facts)) {
    for (const name of namesIn(type)) {
      if (!facts.schemas.has(name)) reader.report(place, `"${name}" is neither a type nor one of the schemas below`);
    }
  }
}

interface TypeAtPlace {
  readonly type: Type;
  readonly place: Place;
}

function typesIn(facts: Facts): TypeAtPlace[] {
  const operations = [...facts.operations.values()];
  return [
    ...operations.flatMap(({ parameters }) => parameters.map(({ type, place }) => ({ type: type.value, place }))),
    ...operations.flatMap(({ body, responses }) => [body, ...responses].flatMap(({ content }) => content)),
    ...[...facts.schemas.values()].flatMap(typesInSchema),
  ];
}

function typesInSchema({ fields, type, place }: SchemaFacts): readonly TypeAtPlace[] {
  return fields ?? (type === undefined ? [] : [{ type, place }]);
}

const SCHEME = /^(apiKey (query|header|cookie) \S+|http \S+|oauth2|openIdConnect|mutualTLS)$/;

function readSecurityScheme(item: Item, reader: Reader): Located<string> {
  const text = (textOf(item) ?? "").trim().replace(/\s+/g, " ");
  if (!SCHEME.test(text)) {
    reader.report(
      placeOf(item),
      `"${text}" is no security scheme: write "apiKey <in> <name>", "http <scheme>" or "oauth2"`,
    );
  }
  return located(canonicalScheme(text), item);
}

function readSchema(name: string, item: Item, reader: Reader): SchemaFacts {
  const place = placeOf(item);
  if (!isObject(item)) return { name, type: read(item, reader, takeWholeType) ?? any, place };
  const entries = entriesOf(item);
  if (entries.length === 0) return { name, type: plain("object"), place };
  return { name, fields: entries.map(([key, value]) => readField(key, value, reader)), place };
}

function readField(key: string, item: Item, reader: Reader): FieldFacts {
  const { name, required } = fieldName(key);
  const parsed = read(item, reader, (cursor) => ({ access: takeAccess(cursor), type: takeWholeType(cursor) }));
  const isRequired = required && name !== OTHER_FIELDS;
  return {
    name,
    required: isRequired,
    access: parsed?.access ?? "both",
    type: parsed?.type ?? any,
    place: placeOf(item),
  };
}

function takeWholeType(cursor: Cursor): ReturnType<typeof takeType> {
  const type = takeType(cursor);
  expectEnd(cursor);
  return type;
}
