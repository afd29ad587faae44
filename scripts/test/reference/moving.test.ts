import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";
import { root } from "../../bin.ts";
import type { Kind, Model, Operation } from "../../generate/model/model.ts";
import { generateService } from "../../generate/service.ts";
import { servicesOf } from "../../generate/specs.ts";
import { documented, plainName } from "./documented.ts";

// Both sides of the tables in the guide: the calls that the vendors' SDKs document, and what our clients have.

const GUIDE = readFileSync(join(root, "docs/guides/moving-from-vendor-sdks.md"), "utf8");

const SECTIONS: Readonly<Record<string, string>> = {
  "Python, cohesity_sdk.cluster.UserApi": "Cohesity, Python: `cohesity_sdk.cluster`",
  "Python, cohesity_sdk.UsersApi": "Cohesity, Python: `CohesityClientV2`, which came before it",
  "Python, openziti_edge_client.SessionApi": "OpenZiti, Python: `openziti_edge_client`",
  "JavaScript, RubrikRestApi.SessionApi": "Rubrik, JavaScript: `rubrik_rest_api`",
  "Go, UserManagementApi": "Dynatrace Managed, Go: `dynatrace-go-api-client`",
};

const models = new Map(
  servicesOf(root).map((service): [string, Model] => {
    const { model } = generateService(service, root);
    if (model === undefined) throw new Error(`the spec of ${service} is wrong`);
    return [service, model];
  }),
);

/** The rows of a section, each as its two cells. */
function rowsOf(heading: string): [there: string, here: string][] {
  const section = GUIDE.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].map(([, there = "", here = ""]) => [there, here]);
}

/** What a cell says of an operation of ours: where it is, its page, and its arguments. */
function callIn(here: string): { readonly name: string; readonly page: string; readonly given: string[] | undefined } {
  const [, name = "", page = "", given] = /\[`([\w.]+)`\]\(([^)]+)\)(?: `\((?:\{ (.*?) \})?\)`)?/.exec(here) ?? [];
  return { name, page, given: given?.split(", ").map((each) => each.replace(/:.*/, "")) };
}

function operationOf({ groups }: Model, name: string): Operation | undefined {
  const [property, id] = name.split(".");
  return groups.find((group) => group.property === property)?.operations.find((operation) => operation.id === id);
}

describe.each(documented)("$sdk: $name", ({ service, sdk, name, arguments: args, request }) => {
  const rows = rowsOf(SECTIONS[sdk] ?? "").filter(([there]) => new RegExp(`(?:^\`|\\.)${name}\\(`).test(there));
  const [there, here] = rows[0] ?? ["", ""];

  test("has one row, with its arguments as they stand there", () => {
    expect(rows).toHaveLength(1);
    const shown = sdk.startsWith("Go")
      ? [...there.matchAll(/\)\.(\w+)\(\w+\)/g)].map(([, argument = ""]) => argument)
      : (/\((.*)\)/.exec(there)?.[1] ?? "").split(", ").map((each) => each.replace(/=.*/, ""));
    const named = shown.filter((each) => each !== "" && each !== "…" && each !== "opts" && each !== "callback");
    expect(args.map(plainName).slice(0, shown.includes("…") ? named.length : undefined)).toEqual(
      shown.includes("opts") ? args.map(plainName) : named.map(plainName),
    );
  });

  test("leads to the operation of the same request, by arguments that it has", () => {
    const model = models.get(service);
    const { name: called, page, given } = callIn(here);
    const operation = model && operationOf(model, called);
    expect(`${operation?.method} ${operation?.path}`).toBe(request);
    expect(page).toBe(`../../packages/${service}/docs/operations/${operation?.id}.md`);
    const known = ["…", "body", ...(operation?.parameters ?? []).map(({ argument }) => argument)];
    expect(known).toEqual(expect.arrayContaining(given ?? []));
    // All of them, unless the row breaks off.
    if (given?.includes("…") !== true) expect(given ?? []).toHaveLength(args.length);
  });
});

test("every operation that the guide leads to is there", () => {
  const links = [...GUIDE.matchAll(/\[`([\w.]+)`\]\(\.\.\/\.\.\/packages\/([\w-]+)\/docs\/operations\/(\w+)\.md\)/g)];
  expect(links.length).toBeGreaterThanOrEqual(documented.length);
  for (const [, name = "", service = "", page] of links) {
    const model = models.get(service);
    expect([name, model && operationOf(model, name)?.id]).toEqual([name, page]);
  }
});

test("every credentials that the guide shows fit a kind of the client of their section", () => {
  const shown = [
    ...GUIDE.matchAll(/new (\w+)\(\{[^`]*?credentials: \{ ([^}]*) \}|^## (\w+)|credentials: \{ ([^}]*) \}/gm),
  ];
  let section: Model | undefined;
  let count = 0;
  for (const [, client, beside, heading, alone] of shown) {
    section = heading === undefined ? section : [...models.values()].find(({ title }) => title.startsWith(heading));
    const fields = (beside ?? alone)?.split(", ").map((each) => each.replace(/:.*/, ""));
    if (fields === undefined) continue;
    count++;
    const model = [...models.values()].find(({ clientName }) => clientName === client) ?? section;
    expect([fields, model?.kinds.some((kind) => fits(kind, fields))]).toEqual([fields, true]);
  }
  expect(count).toBeGreaterThan(8);
});

function fits({ fields }: Kind, given: readonly string[]): boolean {
  const required = [...fields].filter(([, field]) => field.required).map(([name]) => name);
  return given.every((name) => fields.has(name)) && required.every((name) => given.includes(name));
}
