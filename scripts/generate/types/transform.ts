import type { SchemaObject } from "openapi-typescript";
import type ts from "typescript";

import { lowerSchema } from "./lower.ts";
import { NODE, PROPERTIES, TUPLE, type Lowered, type Property } from "./lowered.ts";
import { transformSchemaObject, typescript, type TransformContext } from "./typescript.ts";
import type { Direction } from "./walk.ts";

/**
 * openapi-typescript's transform, without the linting and bundling that come before it: the document is checked and in one
 * piece already. The options are those that add nothing of their own to what the lowered schemas say.
 */

export type Transform = (schema: unknown, direction: Direction) => ts.TypeNode;

/** What a property signature stands for: its name in the node says nothing. */
export interface SchemaProperty extends ts.PropertySignature {
  readonly property: Property;
}

const CONTEXT = {
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
} as unknown as TransformContext;

const { factory, SyntaxKind } = typescript;
const OPTIONAL = factory.createToken(SyntaxKind.QuestionToken);
const NAME = factory.createIdentifier("_");

/**
 * Of objects only the values are left to openapi-typescript: it reads the names of properties as parts of references, which takes
 * as long as all the rest and fails for a lone `%`.
 */
function objectNode({ [PROPERTIES]: properties, additionalProperties }: Lowered): ts.TypeNode | undefined {
  if (properties === undefined) return undefined;
  const members: ts.TypeElement[] = properties.map((property): SchemaProperty => {
    const optional = property.optional ? OPTIONAL : undefined;
    const node = factory.createPropertySignature(undefined, NAME, optional, transform(property.type));
    return Object.assign(node, { property });
  });
  if (additionalProperties !== undefined) {
    const key = factory.createParameterDeclaration(undefined, undefined, "key");
    members.push(factory.createIndexSignature(undefined, [key], transform(additionalProperties as Lowered)));
  }
  return factory.createTypeLiteralNode(members);
}

/** Its own tuples are of one length each. */
function tupleNode({ [TUPLE]: tuple }: Lowered): ts.TypeNode | undefined {
  if (tuple === undefined) return undefined;
  const items = tuple.first.map((item, index) => {
    const node = transform(item);
    return index < tuple.least ? node : factory.createOptionalTypeNode(node);
  });
  if (tuple.rest !== undefined) {
    items.push(factory.createRestTypeNode(factory.createArrayTypeNode(transform(tuple.rest))));
  }
  return factory.createTupleTypeNode(items);
}

function transform(lowered: Lowered): ts.TypeNode {
  return transformSchemaObject(lowered as SchemaObject, { ctx: CONTEXT });
}

/** `resolve` gives what a reference to a schema stands for. */
export function createTransform(resolve: (ref: string) => unknown): Transform {
  return (schema, direction) => transform(lowerSchema(schema, { direction, resolve }));
}
