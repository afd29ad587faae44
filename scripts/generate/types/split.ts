import { isObject, listAt, objectAt, type JsonObject } from "../load/json.ts";
import { parsePointer, resolvePointer } from "../load/pointer.ts";
import { CARRIED, carriedOn, isBinary } from "./binary.ts";
import { nameSchemas, type Rename } from "./names.ts";
import { findTags, withTags } from "./discriminators.ts";
import { siblingRule } from "./siblings.ts";
import { carrying, findUsage, mappingRef, schemaPointer, type Usage } from "./usage.ts";
import { mapFields, mapKeyword, walkDocument, type Direction, type Side } from "./walk.ts";
import { along, type Way } from "./ways.ts";

/**
 * A document whose component schemas are the types to print: each under its TypeScript name, and twice where request and
 * response differ. `X` is what the service answers, `XInput` what it takes. They differ by readOnly and writeOnly properties,
 * and by enums: answers may hold values that the spec does not know yet, requests may not.
 */

export interface SplitSchema {
  /** Name in the spec; for a schema that is no component, the path to it. */
  readonly source: string;
  readonly direction: Direction;
}

export interface SchemaRename extends Rename {
  readonly pointer: string;
}

export interface Split {
  readonly document: JsonObject;
  /** By TypeScript name, sorted. */
  readonly schemas: ReadonlyMap<string, SplitSchema>;
  readonly renames: readonly SchemaRename[];
  /** Pointers of schemas in which bytes are files in some requests and texts in others. */
  readonly eitherWay: readonly string[];
  /** Whether requests carry files. */
  readonly takesFiles: boolean;
}

export interface SplitOptions {
  /** Names that the package exports for something else. */
  readonly taken?: Iterable<string>;
}

const COMPONENT = "/components/schemas/";

export function splitSchemas(document: JsonObject, options: SplitOptions = {}): Split {
  const usage = findUsage(document);
  const { variants, schemas, renames } = nameVariants(usage, options.taken ?? []);
  const rewrite = rewriter(document, usage, variants);
  const tags = findTags(document, usage);

  const byName = [...variants].flatMap(([pointer, names]) => {
    const { schema, forms } = usage.schemas.get(pointer) ?? { schema: {}, forms: [] };
    // A schema with one form for both ways holds nothing that depends on the side.
    return forms.map((form) => {
      const side = form === "input" ? "input" : "output";
      const made = rewrite(schema, side, usage.ways(pointer, side));
      return [names[form] ?? "", withTags(made, tags.get(pointer))] as const;
    });
  });
  byName.sort(([a], [b]) => (a < b ? -1 : 1));

  const walk = walkDocument({
    schema: (schema, side, way) => {
      const [described, from] = carrying(document, schema, way);
      return rewrite(described, side, from === "json" ? [] : [from]);
    },
  });
  const components = mapFields(objectAt(document, "components"), (section, key) => {
    const walkSection = walk.components.get(key);
    return walkSection === undefined ? section : walkSection(section);
  });
  return {
    document: {
      ...mapFields(document, (value, key) => {
        if (key === "paths") return walk.paths(value);
        return key === "webhooks" ? walk.webhooks(value) : value;
      }),
      components: { ...components, schemas: Object.fromEntries(byName) },
    },
    schemas,
    renames,
    eitherWay: usage.eitherWay,
    takesFiles: usage.takesFiles,
  };
}

type Variants = ReadonlyMap<string, Readonly<Partial<Record<Direction, string>>>>;

function nameVariants(
  usage: Usage,
  taken: Iterable<string>,
): { readonly variants: Variants; readonly schemas: Split["schemas"]; readonly renames: Split["renames"] } {
  const sources = new Map([...usage.schemas.keys()].map((pointer) => [sourceName(pointer), pointer]));
  const { names, renames, claim } = nameSchemas(sources.keys(), taken);
  const variants = new Map<string, Partial<Record<Direction, string>>>();
  const schemas: [string, SplitSchema][] = [];
  for (const [source, name] of [...names].sort(([, a], [, b]) => (a < b ? -1 : 1))) {
    const pointer = sources.get(source) ?? "";
    const [main = "output", second] = usage.schemas.get(pointer)?.forms ?? [];
    const variant: Partial<Record<Direction, string>> = { [main]: name };
    if (second !== undefined) variant[second] = claim(`${name}Input`);
    variants.set(pointer, variant);
    for (const direction of ["output", "input", "both"] as const) {
      const form = variant[direction];
      if (form !== undefined) schemas.push([form, { source, direction }]);
    }
  }
  schemas.sort(([a], [b]) => (a < b ? -1 : 1));
  const placed = renames.map((rename) => ({ ...rename, pointer: sources.get(rename.from) ?? "" }));
  return { variants, schemas: new Map(schemas), renames: placed };
}

/** `session` for a component; `session/properties/owner` for a part of one that others refer to. */
function sourceName(pointer: string): string {
  const path = pointer.startsWith(COMPONENT) ? pointer.slice(COMPONENT.length) : pointer.slice(1);
  return parsePointer(`/${path}`).join("/");
}

type Rewrite = (schema: unknown, side: Side, ways: readonly Way[]) => unknown;

/** Makes the form of a schema for one side: its references renamed, the properties that do not travel that way left out, bytes marked that are files. */
function rewriter(document: JsonObject, usage: Usage, variants: Variants): Rewrite {
  const known: Record<Side, Map<string, string>> = { input: new Map(), output: new Map() };
  const renamed = (ref: string, side: Side): string => {
    const found = known[side].get(ref);
    if (found !== undefined) return found;
    const names = variants.get(schemaPointer(ref));
    const name = names?.[side] ?? names?.both ?? names?.output ?? names?.input;
    if (name === undefined) throw new Error(`no schema at ${ref}`);
    known[side].set(ref, `#${COMPONENT}${name}`);
    return `#${COMPONENT}${name}`;
  };
  const hidden = hiddenNames(document, usage);

  const counting = siblingRule(document);
  const rewrite = (written: unknown, side: Side, ways: readonly Way[], outer: ReadonlySet<string> = NONE): unknown => {
    if (!isObject(written)) return written;
    const counted = counting(written);
    const carried = ways.length > 0 && isBinary(counted) ? carriedOn(ways) : undefined;
    const schema = carried === undefined ? counted : { ...counted, [CARRIED]: carried };
    // A name may be required in one part of an allOf and its property be described in another.
    const left = union(outer, hidden(schema, side));
    return mapFields(schema, (value, key) => {
      if (key === "$ref" && typeof value === "string") return renamed(value, side);
      if (key === "required" && left.size > 0) {
        return listAt(schema, key).filter((name) => typeof name !== "string" || !left.has(name));
      }
      if (key === "discriminator" && isObject(value)) return renamedMapping(value, side);
      const shown = key === "properties" && isObject(value) ? withoutHidden(value, side) : value;
      const further = ways.length === 0 ? ways : ways.map((way) => along(way, key));
      return mapKeyword(key, shown, (sub) => rewrite(sub, side, further, key === "allOf" ? left : NONE));
    });
  };
  const withoutHidden = (properties: JsonObject, side: Side): JsonObject => {
    const names = Object.keys(properties);
    if (!names.some((name) => usage.hiddenFrom(properties[name]) === side)) return properties;
    return Object.fromEntries(Object.entries(properties).filter(([, value]) => usage.hiddenFrom(value) !== side));
  };
  const renamedMapping = (discriminator: JsonObject, side: Side): JsonObject => {
    const mapping = discriminator["mapping"];
    const fallback = discriminator["defaultMapping"];
    const rename = (target: unknown): unknown => {
      const ref = typeof target === "string" ? mappingRef(document, target) : undefined;
      return ref === undefined ? target : renamed(ref, side);
    };
    return {
      ...discriminator,
      ...(isObject(mapping) ? { mapping: mapFields(mapping, rename) } : {}),
      ...(fallback === undefined ? {} : { defaultMapping: rename(fallback) }),
    };
  };
  return (schema, side, ways) => rewrite(schema, side, ways);
}

const NONE: ReadonlySet<string> = new Set();

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (a.size === 0) return b;
  return b.size === 0 ? a : new Set([...a, ...b]);
}

/** The names of properties that do not travel a way: a schema's own and those it has by allOf. */
function hiddenNames(document: JsonObject, usage: Usage): (schema: JsonObject, side: Side) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const behind = (ref: string, side: Side): ReadonlySet<string> => {
    const pointer = schemaPointer(ref);
    const key = `${side} ${pointer}`;
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    known.set(key, NONE);
    const target = resolvePointer(document, pointer);
    const names = isObject(target) ? find(target, side) : NONE;
    known.set(key, names);
    return names;
  };
  const counting = siblingRule(document);
  const find = (schema: JsonObject, side: Side): ReadonlySet<string> => {
    const { $ref: ref, allOf, properties } = counting(schema);
    let names = typeof ref === "string" ? behind(ref, side) : NONE;
    for (const part of Array.isArray(allOf) ? allOf.filter(isObject) : []) names = union(names, find(part, side));
    if (!isObject(properties)) return names;
    const own = Object.keys(properties).filter((name) => usage.hiddenFrom(properties[name]) === side);
    return own.length === 0 ? names : union(names, new Set(own));
  };
  return find;
}
