import { chooseAnswer, type Chosen, type NotChosen } from "../answers/choose.ts";
import { asList, asObject, isObject, type JsonObject } from "../json.ts";
import type { MockOperation } from "../operations.ts";
import type { SchemaChecker } from "../schema/checker.ts";
import { valueSchema } from "../values/examples.ts";
import type { Sent } from "../requests/parameters.ts";
import { createEnded } from "./ended.ts";
import type { Asking } from "./expression.ts";
import { madeUp, renamed } from "./made-up.ts";
import { pageOf } from "./page.ts";
import { resourceOf, valueAt, withValueAt, type Resource } from "./resource.ts";
import { itemsOf, schemaAt, shown } from "./shown.ts";
import { areTaken, meant, told, twinOf, type Thing } from "./things.ts";

/** Answers by what was made, changed and ended before. */
export interface State {
  /** Whether the document says what the operation does to which thing. */
  knows(operation: MockOperation): boolean;
  choose(asking: Asking): Chosen | NotChosen;
  /** Whether nothing lets a request in but what ended things had as credentials. */
  isOver(operation: MockOperation, sent: Sent): boolean;
}

export function createState(
  document: JsonObject,
  operations: readonly MockOperation[],
  checker: SchemaChecker,
  seed: number,
): State {
  const resources = new Map(
    operations.flatMap((operation) => {
      const resource = resourceOf(operation);
      return resource === undefined ? [] : [[operation, resource] as const];
    }),
  );
  const stores = new Map<string, Thing[]>();
  for (const { name } of resources.values()) stores.set(name, []);
  for (const [operation, resource] of resources) {
    const canBeMade = [...resources.values()].some(({ name, role }) => name === resource.name && role === "create");
    if (resource.role === "list" && !canBeMade) stores.set(resource.name, exampleThings(document, operation, resource));
  }
  const ended = createEnded(document, [...resources.values()]);
  let next = seed;

  const answered = (asking: Asking, chosen: Chosen, resource: Resource, things: readonly Thing[]): Chosen => {
    const { thing, items } = resource;
    const schema = valueSchema(chosen.mediaType ?? "", chosen.media);
    const show = (each: Thing, of: unknown, example: unknown): unknown => {
      const known = resource.id === undefined ? each.fields : { ...each.fields, [resource.id]: each.id };
      return merged(document, checker, of, example, known, [resource.id ?? "", ...resource.made]);
    };
    let { value } = chosen;
    if (items !== undefined) {
      value = fullest(chosen, items);
      const of = itemsOf(document, schemaAt(document, schema, items));
      const example = asList(valueAt(value, items))[0];
      const page = pageOf(asking, chosen, resource.role === "list" ? things : undefined);
      value = withValueAt(
        value,
        items,
        (page?.things ?? things).map((each) => show(each, of, example)),
      );
      if (resource.total !== undefined) value = withValueAt(value, resource.total, things.length);
      for (const [pointer, said] of page?.told ?? []) value = withValueAt(value, pointer, said);
    } else if (thing !== undefined && things[0] !== undefined) {
      value = withValueAt(value, thing, show(things[0], schemaAt(document, schema, thing), valueAt(value, thing)));
    }
    return { ...chosen, value, response: withHeaders(chosen.response, resource, things[0]) };
  };

  const make = (example: JsonObject, { id = "id", made }: Resource, fields: JsonObject): Thing => {
    const number = next;
    next += 1;
    const own = Object.fromEntries(made.map((name) => [name, madeUp(example[name], number)]));
    return { id: madeUp(example[id], number), fields: { ...fields, ...own }, example };
  };

  return {
    knows: (operation) => resources.has(operation),
    choose(asking) {
      const { operation } = asking.route;
      const wishes = { prefer: asking.headers["prefer"], accept: asking.headers["accept"] };
      const chosen = chooseAnswer(document, operation, wishes);
      const resource = resources.get(operation);
      const things = stores.get(resource?.name ?? "");
      if (resource === undefined || things === undefined || !("response" in chosen) || wishes.prefer !== undefined)
        return chosen;
      if (resource.role === "create") {
        const said = told(resource, asking);
        const example = exampleOf(chosen, resource);
        if (resource.taken !== undefined && areTaken(resource, things, said, example))
          return chooseAnswer(document, operation, { ...wishes, prefer: `code=${resource.taken}` });
        const young = said.map((fields) => {
          const thing = twinOf(resource, things, { fields, example }) ?? make(example, resource, fields);
          if (!things.includes(thing)) things.push(thing);
          return thing;
        });
        return answered(asking, chosen, resource, young);
      }
      const found = meant(things, resource, asking);
      if (resource.role === "list") return answered(asking, chosen, resource, found);
      if (found.length === 0 && resource.absent !== undefined)
        return chooseAnswer(document, operation, { ...wishes, prefer: `code=${resource.absent}` });
      if (resource.role === "change") {
        const [changes = {}] = told({ ...resource, where: {} }, asking);
        for (const each of found) each.fields = { ...each.fields, ...changes };
      }
      if (resource.role === "end") {
        ended.take(resource, found);
        stores.set(
          resource.name,
          things.filter((each) => !found.includes(each)),
        );
      }
      return answered(asking, chosen, resource, found);
    },
    isOver: (operation, sent) => ended.isOver(operation, sent),
  };
}

/** What nobody can make by the API is there from the beginning. */
function exampleThings(document: JsonObject, operation: MockOperation, { items = "", id = "id" }: Resource): Thing[] {
  const chosen = chooseAnswer(document, operation, { prefer: undefined, accept: undefined });
  const examples = "response" in chosen ? asList(valueAt(fullest(chosen, items), items)) : [];
  return examples.map((example) => ({ id: asObject(example)[id], fields: asObject(example), example: {} }));
}

/** What an answer shows of a new thing. */
function exampleOf(chosen: Chosen, { items, thing }: Resource): JsonObject {
  if (items === undefined) return asObject(valueAt(chosen.value, thing ?? ""));
  return asObject(asList(valueAt(fullest(chosen, items), items))[0]);
}

/** The example with the most items: an empty one says nothing of what an item looks like. */
function fullest({ media, value }: Chosen, items: string): unknown {
  const values = Object.values(asObject(media["examples"])).map((each) => asObject(each)["value"]);
  const lengthOf = (each: unknown): number => asList(valueAt(each, items)).length;
  return values.reduce((best, each) => (lengthOf(each) > lengthOf(best) ? each : best), value);
}

/** The example with what is known of the thing, as far as the schema has room for it. */
function merged(
  document: JsonObject,
  checker: SchemaChecker,
  schema: unknown,
  example: unknown,
  known: JsonObject,
  made: readonly string[],
): unknown {
  let base = asObject(example);
  for (const name of made) base = asObject(renamed(base, base[name], known[name]));
  const told = asObject(shown(document, schema, known));
  const whole: JsonObject = { ...base };
  for (const [name, value] of Object.entries(told))
    whole[name] = isObject(value) && isObject(base[name]) ? { ...base[name], ...value } : value;
  if (schema === undefined) return whole;
  for (const { path } of checker.problems(schema, whole, "response")) {
    const [name] = path;
    if (name !== undefined && name in told) whole[name] = base[name];
  }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
}

function withHeaders(response: JsonObject, { headers }: Resource, thing: Thing | undefined): JsonObject {
  if (thing === undefined || Object.keys(headers).length === 0) return response;
  const said = Object.entries(headers).map(([name, property]) => [name, { example: thing.fields[property] }] as const);
  return { ...response, headers: { ...asObject(response["headers"]), ...Object.fromEntries(said) } };
}
