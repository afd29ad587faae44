import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import { credentialsFromEnvironment, UserSessionManagementClient } from "@vendor-sdks/user-session-management";
import { APPLIANCE, APPLIANCE_USAGE, placeOf } from "./lib/appliance.ts";
import { closing } from "./lib/closing.ts";
import { command, numberOf, UsageError } from "./lib/command.ts";
import { each } from "./lib/each.ts";

const usage = `
Signs many users out of a Dynatrace Managed cluster, no faster than it likes: after a 429 it waits for as long as the cluster says, tells
so, and goes on.

  node sign-users-out-politely.ts FILE [options]

  FILE                  ids of users, one a line; - for what comes from standard input
  --per-minute N        at most so many calls a minute, 0 for any number (50)
  --retries N           how often a call is made again that the cluster has put off (8)
  --dry-run             names the users and signs nobody out
  ${APPLIANCE_USAGE}

Who has no session, counts as signed out. Credentials: USER_SESSION_MANAGEMENT_API_TOKEN.
`;

const options = {
  ...APPLIANCE,
  "per-minute": { type: "string", default: "50" },
  retries: { type: "string", default: "8" },
  "dry-run": { type: "boolean" },
} as const;

await command(usage, options, async ({ values, positionals: [file, ...more] }) => {
  if (file === undefined || more.length > 0) throw new UsageError("Give one file with ids of users");
  const perMinute = numberOf("per-minute", values["per-minute"]);
  const limit = numberOf("retries", values.retries);
  const users = [...new Set(linesOf(file))];
  if (values["dry-run"] === true) {
    for (const user of users) console.log(`would sign out ${user}`);
    return [];
  }
  const client = new UserSessionManagementClient({
    ...placeOf("user-session-management", values),
    credentials: credentialsFromEnvironment(),
    retry: { limit },
    totalTimeout: 0, // many short pauses may be longer than the two minutes that a call has otherwise
    hooks: {
      onRetry: ({ status, delay, attempt }) =>
        console.error(`put off with ${status ?? "no answer"}: attempt ${attempt} in ${Math.ceil(delay / 1000)} s`),
    },
  });
  return closing(client, ({ userSessions }) => {
    let next = Date.now();
    return each(users, String, async (userId) => {
      await pause(Math.max(0, next - Date.now()));
      next = Date.now() + (perMinute === 0 ? 0 : 60_000 / perMinute);
      const result = await userSessions.removeUserSession({ userId }).result();
      if (result.ok) console.log(`signed out ${userId}`);
      else if (result.status === 404) console.log(`${userId} had no session`);
      else throw new Error(`the cluster answered ${result.status}`);
    });
  });
});

function linesOf(file: string): string[] {
  const text = readFileSync(file === "-" ? 0 : file, "utf8");
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
