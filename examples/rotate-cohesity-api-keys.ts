import { chmodSync, writeFileSync } from "node:fs";

import { CohesityClient, credentialsFromEnvironment, type UserAPIKey } from "@vendor-sdks/cohesity";
import { APPLIANCE, APPLIANCE_USAGE, placeOf } from "./lib/appliance.ts";
import { closing } from "./lib/closing.ts";
import { command, numberOf, UsageError } from "./lib/command.ts";
import { each } from "./lib/each.ts";

const usage = `
Exchanges the Cohesity API keys that are older than some days for new ones, and writes these to a file.

  node rotate-cohesity-api-keys.ts --out FILE [options]

  --days N              older than so many days, since they were made or last exchanged (90)
  --out FILE            the new keys are added to it, one JSON object a line; only you may read it
  --dry-run             names the keys and changes nothing
  ${APPLIANCE_USAGE}

Credentials: COHESITY_USERNAME and COHESITY_PASSWORD, or others that are no API key.
`;

const options = {
  ...APPLIANCE,
  days: { type: "string", default: "90" },
  out: { type: "string" },
  "dry-run": { type: "boolean" },
} as const;

await command(usage, options, async ({ values }) => {
  const days = numberOf("days", values.days);
  const { out, "dry-run": dryRun = false } = values;
  if (out === undefined && !dryRun)
    throw new UsageError("--out FILE is missing: a new key is shown once, and has to go somewhere");
  const credentials = credentialsFromEnvironment();
  if ("apiKey" in credentials)
    throw new UsageError("Sign in by something else than an API key: it might be the one that is exchanged");

  const client = new CohesityClient({ ...placeOf("cohesity", values), credentials });
  return closing(client, async (cohesity) => {
    const { apiKeys } = await cohesity.apiKeys.getAllApiKeys({ isActive: true });
    const old = (apiKeys ?? []).filter(
      (key) => key.isExpired !== true && lastChange(key) < Date.now() - days * 86_400_000,
    );
    for (const key of old)
      console.log(
        `${dryRun ? "would exchange" : "exchanging"} ${nameOf(key)}, of ${new Date(lastChange(key)).toISOString()}`,
      );
    if (dryRun || out === undefined) return [];

    // Now, since later it would be too late: what has no place to go is lost.
    writeFileSync(out, "", { flag: "a", mode: 0o600 });
    chmodSync(out, 0o600);
    return each(old, nameOf, async ({ id, userSid }) => {
      if (typeof id !== "string" || typeof userSid !== "string")
        throw new Error("the cluster says neither its id nor whose it is");
      const { name, apiKey } = await cohesity.apiKeys.rotateUserApiKey({ userSid, id });
      if (typeof apiKey !== "string") throw new Error("it was exchanged, and the cluster did not show the new one");
      writeFileSync(out, `${JSON.stringify({ id, userSid, name, apiKey })}\n`, { flag: "a" });
    });
  });
});

function lastChange({ lastRotatedTimeMsecs, createdTimeMsecs }: UserAPIKey): number {
  return lastRotatedTimeMsecs ?? createdTimeMsecs ?? 0;
}

function nameOf({ name, id }: UserAPIKey): string {
  return `${name ?? "unnamed"} (${id ?? "without id"})`;
}
