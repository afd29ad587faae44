/**
 * openapi-typescript's types lead to those of @redocly/openapi-core, which name two packages that it does not install.
 * Nothing here uses what comes from them.
 */

declare module "json-schema-to-ts" {
  export type JSONSchema = unknown;
}

declare module "js-yaml" {
  export type DumpOptions = unknown;
  export type LoadOptions = unknown;
  export type Schema = unknown;
}
