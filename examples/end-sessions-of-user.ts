import { CohesityClient, credentialsFromEnvironment as cohesityCredentials } from "@vendor-sdks/cohesity";
import { credentialsFromEnvironment as openzitiCredentials, OpenzitiClient } from "@vendor-sdks/openziti";
import { credentialsFromEnvironment as rubrikCredentials, RubrikClient } from "@vendor-sdks/rubrik";
import {
  credentialsFromEnvironment as dynatraceCredentials,
  UserSessionManagementClient,
} from "@vendor-sdks/user-session-management";
import { addressOf, placeOf } from "./lib/appliance.ts";
import { closing } from "./lib/closing.ts";
import { command, messageOf, UsageError } from "./lib/command.ts";
import { each } from "./lib/each.ts";

const usage = `
Ends every session of one user, on each of the four systems whose address is set.

  node end-sessions-of-user.ts USER [options]

  --rubrik-session ID   a session of the user on Rubrik, whose API lists none; may be given more than once
  --ca FILE             trust the authority in this PEM file
  --dry-run             names what would be ended, and ends nothing

Addresses: COHESITY_URL, RUBRIK_URL, OPENZITI_URL, USER_SESSION_MANAGEMENT_URL. Credentials: the variables of each package. OpenZiti's
client API ends the sessions of who signs in and no others, so there the credentials have to be the user's.
`;

const options = {
  ca: { type: "string" },
  "rubrik-session": { type: "string", multiple: true, default: [] as string[] },
  "dry-run": { type: "boolean" },
} as const;

interface Ending {
  readonly what: string;
  readonly end: () => Promise<unknown>;
}

/** Finds what is to be ended, and hands it on while its client is open. */
type System = (
  user: string,
  at: { ca: string | undefined },
  end: (all: Ending[]) => Promise<string[]>,
) => Promise<string[]>;

await command(usage, options, async ({ values, positionals: [user, ...more] }) => {
  if (user === undefined || more.length > 0) throw new UsageError("Give the name of one user");
  const ids = values["rubrik-session"];
  const systems: Record<string, System> = {
    cohesity: onCohesity,
    rubrik: (_, at, end) => onRubrik(ids, at, end),
    openziti: onOpenziti,
    "user-session-management": onDynatrace,
  };
  if (ids.length > 0 && addressOf("rubrik") === undefined) throw new UsageError("--rubrik-session needs RUBRIK_URL");
  const known = Object.entries(systems).filter(([vendor]) => addressOf(vendor) !== undefined);
  if (known.length === 0) throw new UsageError("No address is set, so there is no system to end sessions on");

  const failures: string[] = [];
  for (const [vendor, system] of known) {
    const end = (all: Ending[]): Promise<string[]> => endAll(vendor, all, values["dry-run"] === true);
    // Where one system is down, the user is to be signed out of the others all the same.
    failures.push(
      ...(await system(user, { ca: values.ca }, end).catch((error: unknown) => [`${vendor}: ${messageOf(error)}`])),
    );
  }
  return failures;
});

async function endAll(vendor: string, all: readonly Ending[], dryRun: boolean): Promise<string[]> {
  if (all.length === 0) console.log(`${vendor}: nothing to end`);
  for (const { what } of all) console.log(`${vendor}: ${dryRun ? "would end" : "ending"} ${what}`);
  if (dryRun) return [];
  const failures = await each(
    all,
    ({ what }) => what,
    ({ end }) => end(),
  );
  return failures.map((failure) => `${vendor}: ${failure}`);
}

function onCohesity(...[user, at, end]: Parameters<System>): Promise<string[]> {
  const client = new CohesityClient({ ...placeOf("cohesity", at), credentials: cohesityCredentials() });
  return closing(client, async ({ users, sessions }) => {
    const found = await users.getUsers({ usernames: [user] });
    const sids = (found.users ?? []).flatMap(({ username, sid }) =>
      username === user && typeof sid === "string" ? [sid] : [],
    );
    return end(sids.map((sid) => ({ what: `all sessions of ${sid}`, end: () => sessions.deleteSession({ sid }) })));
  });
}

function onRubrik(
  ids: readonly string[],
  at: { ca: string | undefined },
  end: Parameters<System>[2],
): Promise<string[]> {
  const client = new RubrikClient({ ...placeOf("rubrik", at), credentials: rubrikCredentials() });
  return closing(client, ({ sessions }) =>
    end(ids.map((id) => ({ what: `session ${id}`, end: () => sessions.deleteSession({ id }) }))),
  );
}

function onOpenziti(...[user, at, end]: Parameters<System>): Promise<string[]> {
  const client = new OpenzitiClient({ ...placeOf("openziti", at), credentials: openzitiCredentials() });
  return closing(client, async ({ currentIdentity, sessions }) => {
    const { data } = await currentIdentity.getCurrentIdentity();
    if (data.name !== user)
      throw new Error(`the credentials are those of ${data.name}, who cannot end sessions of ${user}`);
    const all: Ending[] = [];
    // To the end first: a list that gets shorter while it is walked through would be walked through with gaps.
    for await (const { id, identityId, service } of sessions.listSessions()) {
      if (identityId !== data.id) continue;
      all.push({
        what: `session ${id} (${service?.name ?? "service gone"})`,
        end: () => sessions.deleteSession({ id }),
      });
    }
    return end(all);
  });
}

function onDynatrace(...[user, at, end]: Parameters<System>): Promise<string[]> {
  const place = placeOf("user-session-management", at);
  const client = new UserSessionManagementClient({ ...place, credentials: dynatraceCredentials() });
  return closing(client, async ({ userSessions }) => {
    const { length } = await userSessions.getUserSessions({ userId: user });
    const all = { what: `${length} sessions`, end: () => userSessions.removeUserSession({ userId: user }) };
    return end(length === 0 ? [] : [all]);
  });
}
