import type { SignIn } from "../core.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { chooseKind, type Given } from "./choose.ts";
import type { Kind } from "./kind.ts";
import { SignedSession } from "./session.ts";

/** Signs in with one kind of credentials. */
export function signIn(kind: Kind, given: object): SignIn {
  return signInByOneOf([kind], given);
}

/** Signs in with whichever kind the given fields fit. */
export function signInByOneOf(kinds: readonly Kind[], given: object): SignIn {
  return {
    bind(core, send) {
      const { name } = core.service;
      const fields = given as Given;
      const kind = chooseKind(name, kinds, fields);
      const { session } = fields;
      const { origin } = new URL(core.baseUrl);
      if (
        session !== undefined &&
        (session.service !== name || session.origin !== origin || session.kind !== kind.name)
      ) {
        const belongs = `${session.service} at ${session.origin} (${session.kind})`;
        throw new ConfigurationError(
          name,
          `The session given belongs to ${belongs}, not to ${name} at ${origin} (${kind.name})`,
        );
      }
      return new SignedSession(core, send, kind, fields);
    },
  };
}
