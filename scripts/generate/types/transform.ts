import { lowerSchema } from "./lower.ts";
import { NODE, PROPERTIES, TUPLE, type Lowered } from "./lowered.ts";
import type { Member, TypeNode } from "./nodes.ts";
import { transformSchemaObject, type TransformContext } from "./openapi-typescript.ts";
import type { Direction } from "./walk.ts";

/**
 * openapi-typescript's transform, without the linting and bundling that come before it: the document is checked and in one
 * piece already. The options are those that add nothing of their own to what the lowered schemas say.
 */

export type Transform = (schema: unknown, direction: Direction) => TypeNode;

const CONTEXT: TransformContext = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  // Its way of filling in discriminators changes the document that it is given.
  discriminators: { objects: {}, refsHandled: [] },
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  injectFooter: [],
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  // References to schemas need no looking up, and there are no others.
  resolve: () => undefined,
  transform: (schema: Lowered) => schema[NODE] ?? objectNode(schema) ?? tupleNode(schema),
};

/**
 * Of objects only the values are left to openapi-typescript: it reads the names of properties as parts of references, which takes
 * as long as all the rest and fails for a lone `%`.
 */
function objectNode({ [PROPERTIES]: properties, additionalProperties }: Lowered): TypeNode | undefined {
  if (properties === undefined) return undefined;
  const members = properties.map((property): Member => {
    return { kind: "PropertySignature", property, type: transform(property.type) };
  });
  if (additionalProperties !== undefined) {
    members.push({ kind: "IndexSignature", type: transform(additionalProperties as Lowered) });
  }
  return { kind: "TypeLiteral", members };
}

/** Its own tuples are of one length each. */
function tupleNode({ [TUPLE]: tuple }: Lowered): TypeNode | undefined {
  if (tuple === undefined) return undefined;
  const elements = tuple.first.map((item, index): TypeNode => {
    const type = transform(item);
    return index < tuple.least ? type : { kind: "OptionalType", type };
  });
  if (tuple.rest !== undefined) {
    elements.push({ kind: "RestType", type: { kind: "ArrayType", elementType: transform(tuple.rest) } });
  }
  return { kind: "TupleType", elements };
}

function transform(lowered: Lowered): TypeNode {
  return transformSchemaObject(lowered, { ctx: CONTEXT });
}

/** `resolve` gives what a reference to a schema stands for. */
export function createTransform(resolve: (ref: string) => unknown): Transform {
  return (schema, direction) => transform(lowerSchema(schema, { direction, resolve }));
}
