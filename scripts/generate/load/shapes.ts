/**
 * Which objects an OpenAPI document is made of, and under which field one stands in another. What is not listed here is
 * data: examples, defaults, enums, constants and extensions may hold anything, `$ref` included, and are never entered.
 */

export type NodeKind =
  | "callback"
  | "components"
  | "contact"
  | "discriminator"
  | "document"
  | "encoding"
  | "example"
  | "externalDocs"
  | "header"
  | "info"
  | "license"
  | "link"
  | "mediaType"
  | "oauthFlow"
  | "oauthFlows"
  | "operation"
  | "parameter"
  | "pathItem"
  | "paths"
  | "requestBody"
  | "response"
  | "responses"
  | "schema"
  | "securityRequirement"
  | "securityScheme"
  | "server"
  | "serverVariable"
  | "tag"
  | "xml";

export interface Child {
  readonly kind: NodeKind;
  /** `list`: an array of them. `map`: an object of them by name. */
  readonly as: "one" | "list" | "map";
}

/** `info`, `server[]`, `schema{}` */
type Notation = NodeKind | `${NodeKind}[]` | `${NodeKind}{}`;

const OPERATION_FIELDS = {
  get: "operation",
  put: "operation",
  post: "operation",
  delete: "operation",
  options: "operation",
  head: "operation",
  patch: "operation",
  trace: "operation",
  query: "operation",
  additionalOperations: "operation{}",
} as const;

const PARAMETER_FIELDS = { schema: "schema", content: "mediaType{}", examples: "example{}" } as const;

/** The field `*` stands for every other name but an extension's. */
const FIELDS: Readonly<Record<NodeKind, Readonly<Record<string, Notation>>>> = {
  document: {
    info: "info",
    servers: "server[]",
    paths: "paths",
    webhooks: "pathItem{}",
    components: "components",
    security: "securityRequirement[]",
    tags: "tag[]",
    externalDocs: "externalDocs",
  },
  info: { contact: "contact", license: "license" },
  contact: {},
  license: {},
  server: { variables: "serverVariable{}" },
  serverVariable: {},
  components: {
    schemas: "schema{}",
    responses: "response{}",
    parameters: "parameter{}",
    examples: "example{}",
    requestBodies: "requestBody{}",
    headers: "header{}",
    securitySchemes: "securityScheme{}",
    links: "link{}",
    callbacks: "callback{}",
    pathItems: "pathItem{}",
    mediaTypes: "mediaType{}",
  },
  paths: { "*": "pathItem" },
  pathItem: { ...OPERATION_FIELDS, servers: "server[]", parameters: "parameter[]" },
  operation: {
    externalDocs: "externalDocs",
    parameters: "parameter[]",
    requestBody: "requestBody",
    responses: "responses",
    callbacks: "callback{}",
    security: "securityRequirement[]",
    servers: "server[]",
  },
  externalDocs: {},
  parameter: PARAMETER_FIELDS,
  header: PARAMETER_FIELDS,
  requestBody: { content: "mediaType{}" },
  mediaType: {
    schema: "schema",
    itemSchema: "schema",
    examples: "example{}",
    encoding: "encoding{}",
    prefixEncoding: "encoding[]",
    itemEncoding: "encoding",
  },
  encoding: { headers: "header{}", encoding: "encoding{}", prefixEncoding: "encoding[]", itemEncoding: "encoding" },
  responses: { "*": "response" },
  response: { headers: "header{}", content: "mediaType{}", links: "link{}" },
  callback: { "*": "pathItem" },
  example: {},
  link: { server: "server" },
  tag: { externalDocs: "externalDocs" },
  schema: {
    additionalItems: "schema",
    additionalProperties: "schema",
    allOf: "schema[]",
    anyOf: "schema[]",
    contains: "schema",
    contentSchema: "schema",
    definitions: "schema{}",
    $defs: "schema{}",
    dependentSchemas: "schema{}",
    discriminator: "discriminator",
    else: "schema",
    externalDocs: "externalDocs",
    if: "schema",
    items: "schema",
    not: "schema",
    oneOf: "schema[]",
    patternProperties: "schema{}",
    prefixItems: "schema[]",
    properties: "schema{}",
    propertyNames: "schema",
    then: "schema",
    unevaluatedItems: "schema",
    unevaluatedProperties: "schema",
    xml: "xml",
  },
  discriminator: {},
  xml: {},
  securityScheme: { flows: "oauthFlows" },
  oauthFlows: {
    implicit: "oauthFlow",
    password: "oauthFlow",
    clientCredentials: "oauthFlow",
    authorizationCode: "oauthFlow",
    deviceAuthorization: "oauthFlow",
  },
  oauthFlow: {},
  securityRequirement: {},
};

/** Kinds that may be replaced by `{ $ref }`. In all but two of them, what stands beside the reference does not count. */
export const REFERABLE: ReadonlySet<NodeKind> = new Set([
  "callback",
  "example",
  "header",
  "link",
  "mediaType",
  "parameter",
  "pathItem",
  "requestBody",
  "response",
  "schema",
  "securityScheme",
]);

/** Where the fields beside a `$ref` count too. */
export const KEEPS_SIBLINGS: ReadonlySet<NodeKind> = new Set(["pathItem", "schema"]);

/** The kind of each section of `components`. */
export const COMPONENT_KINDS: ReadonlyMap<string, NodeKind> = new Map(
  Object.entries(FIELDS.components).map(([section, notation]) => [section, parseNotation(notation).kind]),
);

/** Kinds of object whose own names are free, so that only `x-` tells an extension. */
const WILDCARD = "*";

/** What the objects of a version are made of. */
export interface Shapes {
  /** What stands under a field of an object of this kind; undefined for plain values and data. */
  readonly child: (kind: NodeKind, field: string) => Child | undefined;
  /** The way to where objects of this kind are kept to be referred to; undefined if there is no such place. */
  readonly section: (kind: NodeKind) => readonly string[] | undefined;
}

type Fields = Readonly<Partial<Record<NodeKind, Readonly<Record<string, Notation>>>>>;

function shapesOf(fields: Fields, sections: ReadonlyMap<NodeKind, readonly string[]>): Shapes {
  const children = new Map(
    Object.entries(fields).map(([kind, notations]) => [
      kind,
      new Map(Object.entries(notations).map(([name, notation]) => [name, parseNotation(notation)])),
    ]),
  );
  return {
    child: (kind, field) => {
      const known = children.get(kind);
      return known?.get(field) ?? (field.startsWith("x-") ? undefined : known?.get(WILDCARD));
    },
    section: (kind) => sections.get(kind),
  };
}

export const OPENAPI: Shapes = shapesOf(
  FIELDS,
  new Map([...COMPONENT_KINDS].map(([section, kind]) => [kind, ["components", section]])),
);

export const childOf: Shapes["child"] = OPENAPI.child;

/** Swagger 2.0: what the bundler has to know before a document is brought into the terms of OpenAPI. */
export const SWAGGER: Shapes = shapesOf(
  {
    document: {
      definitions: "schema{}",
      parameters: "parameter{}",
      responses: "response{}",
      securityDefinitions: "securityScheme{}",
      ...without(FIELDS.document, "components", "servers", "webhooks"),
    },
    info: FIELDS.info,
    paths: FIELDS.paths,
    pathItem: without(FIELDS.pathItem, "additionalOperations", "query", "servers", "trace"),
    operation: without(FIELDS.operation, "requestBody", "callbacks", "servers"),
    parameter: { schema: "schema", items: "schema" },
    header: { items: "schema" },
    responses: FIELDS.responses,
    response: { schema: "schema", headers: "header{}" },
    schema: without(FIELDS.schema, "discriminator"),
    tag: FIELDS.tag,
  },
  new Map([
    ["schema", ["definitions"]],
    ["parameter", ["parameters"]],
    ["response", ["responses"]],
  ]),
);

function without(fields: Readonly<Record<string, Notation>>, ...names: string[]): Record<string, Notation> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

function parseNotation(notation: Notation): Child {
  const as = notation.endsWith("[]") ? "list" : notation.endsWith("{}") ? "map" : "one";
  return { kind: (as === "one" ? notation : notation.slice(0, -2)) as NodeKind, as };
}
