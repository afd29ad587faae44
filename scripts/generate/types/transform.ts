import {
  transformPathsObject,
  transformSchemaObject,
  type GlobalContext,
  type PathsObject,
  type SchemaObject,
} from "openapi-typescript";
import type ts from "typescript";

import { NODE, ORIGIN, type Lowered, type Origin } from "./lower.ts";

/**
 * openapi-typescript's transform, without the linting and bundling that come before it: the document is checked and in one
 * piece already. The options are those that add nothing of their own to what the lowered schemas say.
 */

export interface Transform {
  readonly schema: (schema: Lowered) => ts.TypeNode;
  readonly paths: (paths: Readonly<Record<string, unknown>>) => ts.TypeNode;
  /** Where a printed property comes from; nothing for those that are not properties of a schema. */
  readonly origin: (property: ts.Node) => Origin | undefined;
}

export function createTransform(): Transform {
  const origins = new WeakMap<ts.Node, Origin>();
  const context = {
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
    // No reference to a parameter or response is left in what it is given, and those to schemas need no looking up.
    resolve: () => undefined,
    transform: (schema: Lowered) => schema[NODE],
    transformProperty: (property: ts.PropertySignature, schema: Lowered) => {
      const origin = schema[ORIGIN];
      if (origin !== undefined) origins.set(property, origin);
      return undefined;
    },
  } as unknown as GlobalContext;
  return {
    schema: (schema) => transformSchemaObject(schema as SchemaObject, { ctx: context }),
    paths: (paths) => transformPathsObject(paths as PathsObject, context),
    origin: (property) => origins.get(property),
  };
}
