/** The upgrader's types lead to a package that it does not install. */
declare module "@scalar/types/utils" {
  export type UnknownObject = Record<string, unknown>;
}
