import {
  CohesityClient,
  credentialsFromEnvironment as cohesityCredentials,
  type UserParams,
} from "@vendor-sdks/cohesity";
import { credentialsFromEnvironment as openzitiCredentials, OpenzitiClient } from "@vendor-sdks/openziti";
import {
  credentialsFromEnvironment as dynatraceCredentials,
  UserSessionManagementClient,
} from "@vendor-sdks/user-session-management";
import { addressOf, placeOf } from "./lib/appliance.ts";
import { closing } from "./lib/closing.ts";
import { command, messageOf, UsageError } from "./lib/command.ts";
import { formatOf, type Row, rowsAs } from "./lib/rows.ts";

const usage = `
Says who is signed in where: a row for each user of each system whose address is set.

  node who-is-signed-in.ts [options]

  --format FORMAT       table, csv or json (table)
  --ca FILE             trust the authority in this PEM file

Addresses: COHESITY_URL, OPENZITI_URL, USER_SESSION_MANAGEMENT_URL; Rubrik's API lists no sessions. Credentials: the variables of each
package. On OpenZiti, who is no administrator sees their own sessions alone.
`;

const options = { ca: { type: "string" }, format: { type: "string", default: "table" } } as const;

type Counts = ReadonlyMap<string, number>;
const systems: Record<string, (at: { ca: string | undefined }) => Promise<Counts>> = {
  cohesity: onCohesity,
  openziti: onOpenziti,
  "user-session-management": onDynatrace,
};

await command(usage, options, async ({ values: { ca, format } }) => {
  const as = formatOf(format);
  const known = Object.entries(systems).filter(([vendor]) => addressOf(vendor) !== undefined);
  if (known.length === 0) throw new UsageError("No address is set, so there is no system to ask");
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const [index, [vendor, count]] of known.entries()) {
    console.error(`asking ${vendor} (${index + 1} of ${known.length})`);
    try {
      for (const [user, sessions] of await count({ ca })) rows.push({ system: vendor, user, sessions });
    } catch (error) {
      failures.push(`${vendor}: ${messageOf(error)}`);
    }
  }
  console.log(rowsAs(["system", "user", "sessions"], rows, as));
  return failures;
});

function onCohesity(at: { ca: string | undefined }): Promise<Counts> {
  const client = new CohesityClient({ ...placeOf("cohesity", at), credentials: cohesityCredentials() });
  return closing(client, async ({ sessions, users }) => {
    const counts = ((await sessions.getActiveSessionsCount()).sessionsPerUser ?? []).filter(
      ({ sid }) => sid !== undefined,
    );
    const sids = counts.flatMap(({ sid = [] }) => sid);
    const found: UserParams[] = [];
    // All SIDs go into the URL, and a long one is refused.
    for (let start = 0; start < sids.length; start += 100) {
      found.push(...((await users.getUsers({ sids: sids.slice(start, start + 100) })).users ?? []));
    }
    const names = new Map(found.map(({ sid, domain, username }) => [sid, `${domain ?? ""}\\${username ?? ""}`]));
    return new Map(counts.map(({ sid = "", sessionsCount = 0 }) => [names.get(sid) ?? sid, sessionsCount]));
  });
}

function onOpenziti(at: { ca: string | undefined }): Promise<Counts> {
  const client = new OpenzitiClient({ ...placeOf("openziti", at), credentials: openzitiCredentials() });
  return closing(client, async ({ sessions }) => {
    const identities: string[] = [];
    for await (const { identityId } of sessions.listSessions()) identities.push(identityId);
    return countsOf(identities);
  });
}

function onDynatrace(at: { ca: string | undefined }): Promise<Counts> {
  const place = placeOf("user-session-management", at);
  const client = new UserSessionManagementClient({ ...place, credentials: dynatraceCredentials() });
  return closing(client, async ({ userSessions }) =>
    countsOf((await userSessions.getUserSessions()).map(({ userId }) => userId)),
  );
}

function countsOf(users: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const user of users) counts.set(user, (counts.get(user) ?? 0) + 1);
  return counts;
}
