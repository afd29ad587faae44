import type { Core, ExportedSession, SignIn } from "../core.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { type Held, hold } from "./held.ts";
import type { Kind } from "./kind.ts";
import { lifetime } from "./lifetime.ts";

/** Goes on with a session that was exported; what signs in renews it: `resumeSession(session, passwordSignIn({ … }))`. */
export function resumeSession(session: ExportedSession, signIn: SignIn): SignIn {
  return (core, send) => {
    check(core.service.name, session);
    return signIn(core, send, (kind) => resumed(core, kind, session));
  };
}

/** It comes from a file or another process: what it is not would show as an error about something else. */
export function check(service: string, session: unknown): asserts session is ExportedSession {
  const { service: whose, origin, kind, values, expires = 0, idle = 0 } = Object(session) as Record<string, unknown>;
  const parts = Object.values(values && typeof values === "object" ? (values as Record<string, unknown>) : {});
  const isText = (part: unknown): boolean => typeof part === "string";
  if (parts.length > 0 && [whose, origin, kind, ...parts].every(isText)) {
    if (typeof expires === "number" && typeof idle === "number") return;
  }
  throw new ConfigurationError(
    service,
    "The session given is not what exportSession() gives. Where it was kept as a text, JSON.parse reads it; else sign in anew",
  );
}

export function resumed({ service: { name }, baseUrl, clock }: Core, kind: Kind, session: ExportedSession): Held {
  const { origin } = new URL(baseUrl);
  if (session.service !== name || session.origin !== origin || session.kind !== kind.name) {
    const belongs = `${session.service} at ${session.origin} (${session.kind})`;
    throw new ConfigurationError(
      name,
      `The session given belongs to ${belongs}, not to ${name} at ${origin} (${kind.name})`,
    );
  }
  const values = { ...session.values };
  const now = clock.now();
  const { expires = Infinity, idle } = session;
  return hold(kind, {}, values, now, lifetime({ fixed: expires - now, idle })(now));
}

/** The session as plain JSON for another process, which has to end it from then on. */
export async function exportSession({ session, service, baseUrl }: Core): Promise<ExportedSession | undefined> {
  if (session === undefined) return undefined;
  const held = await session.held();
  held.owned = false;
  const { kind, values, expires, idle } = held;
  return {
    service: service.name,
    origin: new URL(baseUrl).origin,
    kind: kind.name,
    values: { ...values },
    ...(Number.isFinite(expires) && { expires }),
    ...(Number.isFinite(idle) && { idle }),
  };
}
