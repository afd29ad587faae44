import type { SignIn } from "../core.ts";
import type { Given, Kind } from "./kind.ts";
import { sessionOf } from "./session.ts";

/** Signs in with one kind of credentials. */
export function signIn(kind: Kind, given: object): SignIn {
  return (core, send, resumed) => sessionOf(core, send, kind, given as Given, resumed?.(kind));
}
