import type { JsonObject } from "../load/json.ts";
import { resolvePointer } from "../load/pointer.ts";
import { renderDeclarations } from "./declare.ts";
import { lowerSchema } from "./lower.ts";
import { renderPaths } from "./paths.ts";
import { renderType } from "./render.ts";
import type { Split } from "./split.ts";
import { createTransform } from "./transform.ts";
import { schemaPointer } from "./usage.ts";
import type { Direction } from "./walk.ts";

/**
 * Plain, named TypeScript for a document that {@link splitSchemas} has made. A schema goes through three steps: it is
 * lowered to what openapi-typescript reads exactly, transformed by that to type nodes, and rendered.
 */

export interface TypePrinter {
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
  /** What `paths.ts` imports the types from. */
  readonly typesModule?: string;
}

export function createTypePrinter(document: JsonObject, options: PrinterOptions = {}): TypePrinter {
  const transform = createTransform();
  const resolve = (ref: string): unknown => resolvePointer(document, schemaPointer(ref));
  const render = (schema: unknown, direction: Direction, indent: number, names: Set<string>): string => {
    const type = transform.schema(lowerSchema(schema, { direction, resolve }));
    // A broken union begins with a line of its own, for which there is no room behind a name.
    return renderType(type, { origin: transform.origin, names }, indent).replace(/^\n\s*\| /u, "");
  };
  const direction = (name: string): Direction => options.schemas?.get(name)?.direction ?? "output";
  return {
    print: (schema, side, indent = 0) => render(schema, side, indent, new Set()),
    mentions: (schema, side) => {
      const names = new Set<string>();
      render(schema, side, 0, names);
      return [...names].sort();
    },
    declarations: () => renderDeclarations({ document, direction, resolve, transform }),
    paths: () => renderPaths({ document, resolve, transform, typesModule: options.typesModule ?? "./types.ts" }),
  };
}
