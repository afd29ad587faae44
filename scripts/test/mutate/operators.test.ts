import { transformSync } from "esbuild";
import { expect, it } from "vitest";
import { mutantsOf } from "../../mutate/mutants.ts";
import { applied } from "../../mutate/operator.ts";
import { forClients, forRuntime } from "../../mutate/operators/index.ts";
import { sourceOf } from "../../mutate/source.ts";

const client = sourceOf(
  "client.ts",
  `/** Arguments of \`listThings\`. */
export interface ListThingsArgs {
  room: string;
  shelf: string;
  ids?: string[] | undefined;
  tags?: string[] | undefined;
  name?: string | undefined;
  count?: number | undefined;
}
const listThingsOperation: PagedOperation = {
  id: "listThings",
  method: "GET",
  path: "/rooms/{room}/shelves/{shelf}",
  query: { ids: comma, tags: form, name: form, count: form },
  responses: { 200: "application/json", 204: null, 404: ["application/json", "text/plain"], default: "application/json" },
  accept: "application/json, text/plain",
  security: [{ Key: [] }, { Cookie: [] }],
  numbers: int64(["size"]),
  caution: caution("ids", "Everything goes."),
  pagination: { style: byOffset, position: "offset", size: ["limit", 500], items: "/data", begins: "/offset" },
};
const openOperation: Operation = { id: "open", method: "POST", path: "/open", body: "application/json", responses: { 201: "application/json" } };
const passwordKind: Kind = {
  name: "password",
  fields: { name: { secret: false }, password: {}, code: { optional: true } },
  authorize: (session) => ({ Key: inHeader("X-Key", joined("Key ", session["token"])), Basic: basic(field["name"], field["password"]) }),
  login: async ({ ask, step, keep, way }) => {
    const field = await ask("name", "password");
    const answer = await step("the login", openOperation, { body: { name: field["name"], password: field["password"] } });
    keep({ token: firstText(answer.body?.["data"]?.["token"]) }, lifetime({ idle: 1_800_000 }));
    if (answer.headers.has("x-code")) await secondFactor(way, ask, "code");
  },
  end: logOut,
};
const known: Known = { credentials: ["X-Key"], sensitive: ["password"] };
const service: Service = { name: "things", server: "https://{host}/v1", variables: { port: "1" }, retryStatuses: [556] };
export function listThings(core: Core, args: object, options?: CallOptions) {
  return call(core, listThingsOperation, args, options);
}
`,
);

/** What an operator makes of the code, as the texts that it takes and gives. */
function changes(name: string, source = client): [was: string, becomes: string][] {
  const operator = [...forClients, ...forRuntime].find((each) => each.name === name);
  if (operator === undefined) throw new Error(`There is no operator "${name}"`);
  return [...operator.find(source)].map(({ from, to, text }) => [source.text.slice(from, to), text]);
}

it.each<[operator: string, changes: [was: string, becomes: string][]]>([
  [
    "wrong method",
    [
      ['"GET"', '"POST"'],
      ['"POST"', '"PUT"'],
    ],
  ],
  [
    "wrong path",
    [
      ['"/rooms/{room}/shelves/{shelf}"', '"/roomss/{room}/shelves/{shelf}"'],
      ['"/open"', '"/opens"'],
    ],
  ],
  ["swapped path parameters", [['"/rooms/{room}/shelves/{shelf}"', '"/rooms/{shelf}/shelves/{room}"']]],
  [
    "lost parameter",
    [
      ["ids: comma,", ""],
      ["tags: form,", ""],
      ["name: form,", ""],
      ["count: form", ""],
    ],
  ],
  ["wrong content type", [['"application/json"', '"text/plain"']]],
  ["wrong Accept", [['"application/json, text/plain"', '"application/json"']]],
  [
    "wrong name",
    [
      ['"listThings"', '"listThingss"'],
      ['"open"', '"opens"'],
    ],
  ],
  ["rounded integer", [['["size"]', "[]"]]],
  [
    "lost alternative",
    [
      ["{ Key: [] },", ""],
      ["{ Cookie: [] }", ""],
    ],
  ],
  ["wrong prefix", [['"Key "', '""']]],
  [
    "lost step of signing in",
    [
      ["end: logOut,", ""],
      ['if (answer.headers.has("x-code")) await secondFactor(way, ask, "code");', ";"],
      ["idle: 1_800_000", ""],
    ],
  ],
  ["wrong lifetime", [["1_800_000", "18000000"]]],
  ["wrong field of an answer", [['"token"', '"tokenx"']]],
  [
    "lost field of a login",
    [
      ['field["name"]', "undefined"],
      ['field["password"]', "undefined"],
    ],
  ],
  [
    "lost secrecy",
    [
      ['"X-Key"', ""],
      ['"password"', ""],
    ],
  ],
  [
    "wrong server",
    [
      ['"https://{host}/v1"', '"https://{host}/v1/x"'],
      ['variables: { port: "1" },', ""],
    ],
  ],
  ["lost arguments", [["args", "undefined as never"]]],
  ["lost options", [["options", "undefined"]]],
])("%s", (name, expected) => expect(changes(name)).toEqual(expected));

it("takes a status away only where another one would not be read alike", () => {
  expect(changes("wrong status").map(([was]) => was)).toEqual(["200", "404", 'default: "application/json"', "201"]);
});

it("writes lists otherwise, and texts; of a number all styles of a query make the same", () => {
  expect(changes("wrong style").map(([was]) => was)).toEqual(["comma", "form", "form"]);
});

it("gives walks another position, size and place of rows, and none that only some servers would notice", () => {
  expect(changes("wrong page").map(([was]) => was)).toEqual([
    "byOffset",
    '"offset"',
    "500",
    'size: ["limit", 500],',
    '"/data"',
  ]);
});

it("asks for credentials where none are needed, and for none where some are", () => {
  const [lost, added] = changes("lost credentials");
  expect(lost).toEqual(["security: [{ Key: [] }, { Cookie: [] }],", ""]);
  expect(added?.[1]).toMatch(/^\{ \.\.\.\{ id: "open".* security: \[\{ "no such scheme": \[\] \}\] \}$/);
});

const code = sourceOf(
  "code.ts",
  `import { a } from "b";
const statuses = [408, 429];
type Level = 3 | "high";
export function act(name: string, given?: number): string {
  if (given === undefined) headers.set("x-name", name);
  const text = encodeURIComponent(name) + (given ?? 5);
  if (typeof name !== "string") throw exchange.error(TimeoutError, "took too long");
  return name === "a" && given !== 1 ? text : "";
}
`,
);

it.each<[operator: string, changes: [was: string, becomes: string][]]>([
  ["lost encoding", [["encodeURIComponent", "String"]]],
  ["lost statement", [['headers.set("x-name", name);', ";"]]],
  ["lost value", [["given ?? 5", "(5)"]]],
  [
    "lost element",
    [
      ["408", "0"],
      ["429", "0"],
    ],
  ],
  [
    "wrong number",
    [
      ["408", "(408 + 1)"],
      ["429", "(429 + 1)"],
      ["5", "(5 + 1)"],
      ["1", "(1 + 1)"],
    ],
  ],
  [
    "wrong text",
    [
      ['"x-name"', '"x-name~"'],
      ['"a"', '"a~"'],
    ],
  ],
  [
    "wrong comparison",
    [
      ["&&", "||"],
      ["===", "!=="],
      ["!==", "==="],
    ],
  ],
])("of code by hand: %s", (name, expected) => expect(changes(name, code)).toEqual(expected));

it("makes code that parses, of every operator", () => {
  const mutants = [...mutantsOf([client], forClients), ...mutantsOf([code], forRuntime)];
  for (const { source, change } of mutants) transformSync(applied(source.text, change), { loader: "ts" });
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
});

it("says of every operator what it breaks, under a name of its own", () => {
  const all = [...forClients, ...forRuntime];
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.filter(({ breaks }) => !/^[A-Z].*\.$/.test(breaks))).toEqual([]);
});
