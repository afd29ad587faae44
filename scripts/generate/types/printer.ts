import { isObject, textAt, type JsonObject } from "../load/json.ts";
import { resolvePointer } from "../load/pointer.ts";
import { renderDeclarations } from "./declare.ts";
import { FILE_PART_NAME } from "./lowered.ts";
import type { TypeNode } from "./nodes.ts";
import { renderPaths } from "./paths.ts";
import { renderType } from "./render.ts";
import type { Split } from "./split.ts";
import { createTransform, type Transform } from "./transform.ts";
import { schemaPointer } from "./usage.ts";
import type { Direction } from "./walk.ts";

/**
 * Plain, named TypeScript for a document that {@link splitSchemas} has made. A schema goes through three steps: it is
 * lowered to what openapi-typescript reads exactly, transformed by that to type nodes, and rendered.
 */

export interface TypePrinter {
  /** Whose schemas it prints. */
  readonly document: JsonObject;
  /** Text of a type, to be put behind `name: `; lines after the first are indented by `indent`. */
  readonly print: (schema: unknown, direction: Direction, indent?: number) => string;
  /** The component types that the text of this type mentions, sorted. */
  readonly mentions: (schema: unknown, direction: Direction) => readonly string[];
  /** Source text of `types.ts`. */
  readonly declarations: () => string;
  /** Source text of `paths.ts`. */
  readonly paths: () => string;
}

export interface PrinterOptions {
  /** What {@link splitSchemas} found out about the schemas; without it, all are printed as answers. */
  readonly schemas?: Split["schemas"];
  /** Whether requests carry files, so that the types have to name what a file may be. */
  readonly takesFiles?: boolean;
  /** What `paths.ts` imports the types from. */
  readonly typesModule?: string;
  /** What `types.ts` imports the type of files from. */
  readonly runtimeModule?: string;
}

export function createTypePrinter(document: JsonObject, options: PrinterOptions = {}): TypePrinter {
  const resolve = (ref: string): unknown => resolvePointer(document, schemaPointer(ref));
  const transform = createTransform(resolve);
  const typed = remember(transform);
  const direction = (name: string): Direction => options.schemas?.get(name)?.direction ?? "output";
  const runtime = options.runtimeModule ?? "@vendor-sdks/runtime";
  const files =
    options.takesFiles === true
      ? `import type { ${FILE_PART_NAME} } from "${runtime}";\n\nexport type { ${FILE_PART_NAME} };\n\n`
      : "";
  return {
    document,
    print: (schema, side, indent = 0) => typed(schema, side).at(indent).text,
    mentions: (schema, side) => typed(schema, side).at(0).names,
    declarations: () => files + renderDeclarations({ document, direction, transform }),
    paths: () =>
      renderPaths({
        document,
        type: (schema, side) => typed(schema, side).node,
        typesModule: options.typesModule ?? "./types.ts",
      }),
  };
}

interface Text {
  readonly text: string;
  readonly names: readonly string[];
}

interface Printable {
  readonly node: TypeNode;
  /** What it looks like behind a name, with further lines indented by so much. */
  readonly at: (indent: number) => Text;
}

/** Several files say the type of one schema: it is transformed once, and rendered once for each indent. */
function remember(transform: Transform): (schema: unknown, direction: Direction) => Printable {
  const known: Record<Direction, Map<unknown, Printable>> = { input: new Map(), output: new Map(), both: new Map() };
  return (schema, direction) => {
    const key = pureRef(schema) ?? schema;
    const found = known[direction].get(key);
    if (found !== undefined) return found;
    const node = transform(schema, direction);
    const texts: Text[] = [];
    const made: Printable = { node, at: (indent) => (texts[indent] ??= renderText(node, indent)) };
    known[direction].set(key, made);
    return made;
  };
}

function renderText(node: TypeNode, indent: number): Text {
  const names = new Set<string>();
  const text = renderType(node, names, indent);
  // A broken union begins with a line of its own, for which there is no room behind a name.
  return { text: text.replace(/^\n\s*\| /u, ""), names: [...names].sort() };
}

/** The reference that a schema is, if it says nothing else. */
function pureRef(schema: unknown): string | undefined {
  const ref = textAt(schema, "$ref");
  return ref !== undefined && isObject(schema) && Object.keys(schema).length === 1 ? ref : undefined;
}
