import { readFileSync, renameSync, writeFileSync } from "node:fs";

import { credentialsFromEnvironment, RubrikClient } from "@vendor-sdks/rubrik";
import { APPLIANCE, APPLIANCE_USAGE, placeOf } from "./lib/appliance.ts";
import { closing } from "./lib/closing.ts";
import { command, numberOf, UsageError } from "./lib/command.ts";
import { each } from "./lib/each.ts";

const usage = `
Closes the Rubrik sessions that are older than some hours. A service account has ten at most, and those of scripts that died count.

  node close-rubrik-sessions.ts FILE [options]

  FILE                  a record of the sessions, one JSON object a line: {"id":"…","openedAt":"2030-01-02T12:00:00Z"}. Rubrik's API lists
                        no sessions, so who opens one writes it there. What is closed is taken out of it.
  --hours N             older than so many hours (12)
  --dry-run             names the sessions, closes none and leaves the file alone
  ${APPLIANCE_USAGE}

Credentials: RUBRIK_SERVICE_ACCOUNT_ID and RUBRIK_SECRET, or others.
`;

const options = { ...APPLIANCE, hours: { type: "string", default: "12" }, "dry-run": { type: "boolean" } } as const;

interface Opened {
  readonly id: string;
  readonly openedAt: number;
  readonly line: string;
}

await command(usage, options, async ({ values, positionals: [file, ...more] }) => {
  if (file === undefined || more.length > 0) throw new UsageError("Give one file with a record of sessions");
  const before = Date.now() - numberOf("hours", values.hours) * 3_600_000;
  const all = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => openedOf(line, `${file}:${index + 1}`));
  const old = all.filter(({ openedAt }) => openedAt < before);
  for (const { id, openedAt } of old) {
    console.log(
      `${values["dry-run"] === true ? "would close" : "closing"} ${id}, of ${new Date(openedAt).toISOString()}`,
    );
  }
  if (values["dry-run"] === true || old.length === 0) return [];

  const closed = new Set<Opened>();
  const client = new RubrikClient({ ...placeOf("rubrik", values), credentials: credentialsFromEnvironment() });
  try {
    return await closing(client, ({ sessions }) =>
      each(
        old,
        ({ id }) => id,
        async (session) => {
          await sessions.deleteSession({ id: session.id });
          closed.add(session);
        },
      ),
    );
  } finally {
    // In one step, so that a full disk does not cost the record.
    writeFileSync(
      `${file}.new`,
      all
        .filter((session) => !closed.has(session))
        .map(({ line }) => `${line}\n`)
        .join(""),
    );
    renameSync(`${file}.new`, file);
  }
});

function openedOf(line: string, place: string): Opened[] {
  if (line.trim() === "") return [];
  const { id, openedAt } = parsed(line, place);
  const time = typeof openedAt === "string" ? Date.parse(openedAt) : Number.NaN;
  // `me` would be the session that closes the others, or the token that was given.
  if (typeof id !== "string" || id === "" || id === "me" || Number.isNaN(time)) {
    throw new UsageError(`${place} has no id of a session, or no time at which it was opened`);
  }
  return [{ id, openedAt: time, line }];
}

function parsed(line: string, place: string): { readonly id?: unknown; readonly openedAt?: unknown } {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : {};
  } catch (error) {
    throw new UsageError(`${place} is no JSON`, { cause: error });
  }
}
