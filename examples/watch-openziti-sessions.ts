import { setTimeout as pause } from "node:timers/promises";

import { credentialsFromEnvironment, OpenzitiClient, type SessionDetail } from "@vendor-sdks/openziti";
import { SignInError } from "@vendor-sdks/runtime";
import { APPLIANCE, APPLIANCE_USAGE, placeOf } from "./lib/appliance.ts";
import { closing } from "./lib/closing.ts";
import { command, messageOf, numberOf } from "./lib/command.ts";

const usage = `
Watches the sessions of an OpenZiti network, and prints a line for each that comes and each that goes, until Ctrl-C.

  node watch-openziti-sessions.ts [options]

  --every N             look every N seconds (10)
  --times N             look so often, then end
  --filter FILTER       only these, in the controller's language: type = "Dial"
  ${APPLIANCE_USAGE}

Credentials: OPENZITI_USERNAME and OPENZITI_PASSWORD, or others. Who is no administrator sees their own sessions alone.
`;

const options = {
  ...APPLIANCE,
  every: { type: "string", default: "10" },
  times: { type: "string" },
  filter: { type: "string" },
} as const;

await command(usage, options, async ({ values }) => {
  const seconds = numberOf("every", values.every);
  const times = values.times === undefined ? Number.POSITIVE_INFINITY : numberOf("times", values.times, 1);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort()).once("SIGTERM", () => stop.abort());

  const client = new OpenzitiClient({ ...placeOf("openziti", values), credentials: credentialsFromEnvironment() });
  return closing(client, async ({ sessions }) => {
    const failures: string[] = [];
    let before: ReadonlyMap<string, string> | undefined;
    for (let time = 1; time <= times; time++) {
      try {
        const now = new Map<string, string>();
        const list = sessions.listSessions({ filter: values.filter }, { signal: stop.signal });
        for await (const session of list) now.set(session.id, wordsFor(session));
        if (before === undefined) console.error(`${now.size} sessions at the beginning`);
        else tellChanges(before, now);
        before = now;
      } catch (error) {
        if (stop.signal.aborted) break;
        if (error instanceof SignInError && error.refused) throw error;
        // A controller that is started anew is back for the next look.
        failures.push(messageOf(error));
        console.error(`look ${time}: ${messageOf(error)}`);
      }
      if (time < times) await pause(seconds * 1000, undefined, { signal: stop.signal }).catch(() => undefined);
      if (stop.signal.aborted) break;
    }
    return failures;
  });
});

function tellChanges(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): void {
  const time = new Date().toISOString();
  for (const [id, words] of before) if (!now.has(id)) console.log(`${time} - ${words}`);
  for (const [id, words] of now) if (!before.has(id)) console.log(`${time} + ${words}`);
}

function wordsFor({ id, type, identityId, service }: SessionDetail): string {
  return `${id} ${type} ${service?.name ?? "(service gone)"} by ${identityId}`;
}
