import { writeFileSync } from "node:fs";

import { credentialsFromEnvironment, OpenzitiClient } from "@vendor-sdks/openziti";
import { APPLIANCE, APPLIANCE_USAGE, placeOf } from "./lib/appliance.ts";
import { closing } from "./lib/closing.ts";
import { command } from "./lib/command.ts";
import { formatOf, type Row, rowsAs } from "./lib/rows.ts";

const usage = `
Exports the sessions of an OpenZiti network by service, those without any included: how many dial it, how many host it, for how many
identities, since when.

  node export-openziti-sessions.ts [options]

  --format FORMAT       table, csv or json (csv)
  --out FILE            write to this file; else to standard output
  ${APPLIANCE_USAGE}

Credentials: OPENZITI_USERNAME and OPENZITI_PASSWORD, or others. Who is no administrator sees their own sessions and services alone.
`;

const options = { ...APPLIANCE, format: { type: "string", default: "csv" }, out: { type: "string" } } as const;

interface Use {
  readonly name: string;
  readonly identities: Set<string>;
  dial: number;
  bind: number;
  oldest: string;
}

await command(usage, options, async ({ values }) => {
  const format = formatOf(values.format);
  const client = new OpenzitiClient({ ...placeOf("openziti", values), credentials: credentialsFromEnvironment() });
  const uses = await closing(client, async ({ services, sessions }) => {
    const uses = new Map<string, Use>();
    for await (const { id, name } of services.listServices()) uses.set(id, newUse(name));
    for await (const { items, data } of sessions.listSessions().pages()) {
      for (const { type, serviceId, service, identityId, createdAt } of items) {
        const use = uses.get(serviceId) ?? newUse(service?.name ?? "(service gone)");
        uses.set(serviceId, use);
        use.identities.add(identityId);
        if (type === "Bind") use.bind++;
        else use.dial++;
        if (createdAt !== null && (use.oldest === "" || createdAt < use.oldest)) use.oldest = createdAt;
      }
      const { offset = 0, totalCount = items.length } = data.meta.pagination ?? {};
      console.error(`${offset + items.length} of ${totalCount} sessions`);
    }
    return uses;
  });
  const rows = [...uses].map(([id, { name, dial, bind, identities, oldest }]): Row => ({
    service: name,
    id,
    dial,
    bind,
    identities: identities.size,
    oldest,
  }));
  const text = rowsAs(["service", "id", "dial", "bind", "identities", "oldest"], rows, format);
  if (values.out === undefined) console.log(text);
  else writeFileSync(values.out, `${text}\n`);
  return [];
});

function newUse(name: string): Use {
  return { name, identities: new Set(), dial: 0, bind: 0, oldest: "" };
}
