import { CohesityClient, credentialsFromEnvironment, type UserParams } from "@vendor-sdks/cohesity";
import { APPLIANCE, APPLIANCE_USAGE, placeOf } from "./lib/appliance.ts";
import { closing } from "./lib/closing.ts";
import { command, numberOf } from "./lib/command.ts";
import { each } from "./lib/each.ts";

const usage = `
Locks the users of a Cohesity cluster who have not signed in for some days.

  node lock-stale-cohesity-users.ts [options]

  --days N              not signed in for so many days; who never has, counts from when the user was made (90)
  --keep NAME           leave this user alone; may be given more than once
  --domain NAME         users of this domain (LOCAL)
  --dry-run             names the users and changes nothing
  ${APPLIANCE_USAGE}

Credentials: COHESITY_API_KEY, or COHESITY_USERNAME and COHESITY_PASSWORD, …; that user is left alone.
`;

const options = {
  ...APPLIANCE,
  days: { type: "string", default: "90" },
  keep: { type: "string", multiple: true, default: [] as string[] },
  domain: { type: "string", default: "LOCAL" },
  "dry-run": { type: "boolean" },
} as const;

await command(usage, options, async ({ values }) => {
  const before = Date.now() - numberOf("days", values.days) * 86_400_000;
  const credentials = credentialsFromEnvironment();
  const kept = new Set([...values.keep, ...("username" in credentials ? [credentials.username] : [])]);

  const client = new CohesityClient({ ...placeOf("cohesity", values), credentials });
  return closing(client, async (cohesity) => {
    const { users } = await cohesity.users.getUsers({ domain: values.domain });
    const stale = (users ?? []).filter(
      (user) => user.locked !== true && !kept.has(nameOf(user)) && lastSeen(user) < before,
    );
    for (const user of stale)
      console.log(`${values["dry-run"] === true ? "would lock" : "locking"} ${nameOf(user)}, last seen ${seen(user)}`);
    if (values["dry-run"] === true) return [];

    return each(stale, nameOf, async ({ sid, description, roles, restricted, effectiveTimeMsecs, expiryTimeMsecs }) => {
      if (typeof sid !== "string") throw new Error("the cluster does not say the SID");
      // A PUT may take what is left out for empty.
      const asBefore = { description, roles, restricted, effectiveTimeMsecs, expiryTimeMsecs };
      await cohesity.users.updateUser({ sid, body: { ...definedOf(asBefore), locked: true } });
    });
  });
});

function lastSeen({ lastLoginTimeMsecs, createdTimeMsecs }: UserParams): number {
  // Of whom nothing is known, nothing is held against.
  return lastLoginTimeMsecs ?? createdTimeMsecs ?? Number.POSITIVE_INFINITY;
}

function seen({ lastLoginTimeMsecs }: UserParams): string {
  return typeof lastLoginTimeMsecs !== "number" ? "never" : new Date(lastLoginTimeMsecs).toISOString();
}

function nameOf({ username }: UserParams): string {
  return username ?? "(without a name)";
}

function definedOf<T extends object>(values: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]: Exclude<T[Name], undefined>;
  };
}
