import type { ExportedSession, SignIn } from "../core.ts";
import { chooseKind } from "./choose.ts";
import type { Given, Kind } from "./kind.ts";
import { check, resumed } from "./resume.ts";
import { sessionOf } from "./session.ts";

/** Signs in with whichever kind the given fields fit, or goes on with the session given. */
export function signInByOneOf(kinds: readonly Kind[], given: object): SignIn {
  return (core, send) => {
    const { session, ...fields } = given as Given & { readonly session?: ExportedSession | undefined };
    if (session) check(core.service.name, session);
    const kind = chooseKind(core.service.name, kinds, fields, session);
    return sessionOf(core, send, kind, fields, session && resumed(core, kind, session));
  };
}
