import { expect } from "vitest";
import { valueAt } from "../../openapi/json.ts";
import { successOf } from "../appliance.ts";
import type { Bench, Site } from "../bench.ts";
import type { Fault } from "../fault.ts";
import { always, inOrder, type Action, type Behaviour, type Reply } from "../reply.ts";

const JSON_TYPE = { "content-type": "application/json" };
const PAGE = "<!doctype html><html><body><h1>Please log in</h1></body></html>";

/** A success that cannot be read, and why it says it cannot. */
function unreadable(name: string, reply: Reply, because: string): Fault {
  return {
    name,
    needs: ["reader"],
    async run(bench) {
      const { site, call } = await reading(bench, reply);
      const error = await bench.errorOf(call);
      const { operationId } = bench.operation("reader");
      expect(error).toMatchObject({ name: "ParseError", operation: operationId, text: reply.text ?? "" });
      expect(error.message).toContain(operationId);
      expect(error.message).toContain(String(reply.status ?? 200));
      expect(error.message).toContain(because);
      expect(site.server.received, "a success is not asked for again").toHaveLength(1);
    },
  };
}

/** Sloppy, but no reason to fail. */
function readable(name: string, write: (json: string) => Reply): Fault {
  return {
    name,
    needs: ["reader"],
    async run(bench) {
      const { status, json } = successOf(bench.facts, specIdOf(bench));
      const { call } = await reading(bench, { ...write(JSON.stringify(json)), status: status ?? 200 });
      expect(await call).toEqual(json);
    },
  };
}

// Two bytes short of an empty object, so that the length is what is wrong, and a body where there must not be one.
const bodyAfter204: Action = (response) => {
  response.socket?.end("HTTP/1.1 204 No Content\r\ncontent-type: text/plain\r\n\r\nstray bytes");
};

const brokenGzip: Behaviour = { headers: { ...JSON_TYPE, "content-encoding": "gzip" }, text: "this is no gzip" };

export const bodies: readonly Fault[] = [
  unreadable(
    "JSON that breaks off is a ParseError with status and content type",
    { headers: JSON_TYPE, text: '{"items": [{"id": "a"}, {"id":' },
    "application/json",
  ),
  unreadable(
    "Malformed JSON is a ParseError with status and content type",
    { headers: JSON_TYPE, text: "{'id': NaN,}" },
    "application/json",
  ),
  unreadable(
    "An HTML page with status 200 is a ParseError that names its content type",
    { headers: { "content-type": "text/html; charset=utf-8" }, text: PAGE },
    "text/html",
  ),
  unreadable(
    "An HTML page that calls itself JSON is a ParseError",
    { headers: JSON_TYPE, text: PAGE },
    "application/json",
  ),
  unreadable(
    "A content type other than the declared one is a ParseError that names it",
    { headers: { "content-type": "application/xml" }, text: "<items/>" },
    "application/xml",
  ),
  unreadable("A missing content type with something else than JSON is a ParseError", { text: PAGE }, "missing"),
  unreadable("An empty 200 where JSON is declared is a ParseError", { headers: JSON_TYPE, text: "" }, "0 characters"),
  readable("JSON without a content type is read", (text) => ({ text })),
  readable("JSON that is called plain text is read", (text) => ({ headers: { "content-type": "text/plain" }, text })),
  readable("JSON with a byte order mark is read", (text) => ({ headers: JSON_TYPE, text: `\uFEFF${text}` })),
  readable("JSON with a charset in capitals is read", (text) => {
    return { headers: { "content-type": "Application/JSON; Charset=UTF-8" }, text };
  }),
  {
    name: "A 204 with a body is a success without data where no content is declared, and poisons no other call",
    needs: ["silent"],
    async run(bench) {
      const site = await bench.serve({ calls: inOrder(bodyAfter204) });
      const client = bench.client(site);
      expect(await bench.call(client, "silent")).toBeUndefined();
      expect(await bench.call(client, "silent")).toBeUndefined();
    },
  },
  {
    name: "A 204 with a body is a ParseError where JSON is declared, and poisons no other call",
    needs: ["reader"],
    async run(bench) {
      const site = await bench.serve({ calls: inOrder(bodyAfter204) });
      const client = bench.client(site);
      expect(await bench.errorOf(bench.call(client, "reader"))).toMatchObject({ name: "ParseError", status: 204 });
      expect(await bench.call(client, "reader")).toEqual(successOf(bench.facts, specIdOf(bench)).json);
    },
  },
  {
    name: "A body of 32 MB arrives whole",
    needs: ["reader"],
    async run(bench) {
      const ballast = "x".repeat(32 * 1024 * 1024);
      const { call } = await reading(bench, { json: { ballast } });
      expect(((await call) as { ballast: string }).ballast.length).toBe(ballast.length);
    },
  },
  {
    name: "An error page of 16 MB is an ApiError with a short message",
    async run(bench) {
      const text = PAGE.repeat((16 * 1024 * 1024) / PAGE.length);
      const site = await bench.serve({
        calls: always({ status: 500, headers: { "content-type": "text/html" }, text }),
      });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 500, declared: false });
      expect((error["text"] as string).length).toBe(text.length);
      expect(bench.witness.said.length).toBeLessThan(50_000);
    },
  },
  {
    name: "A page of 16 MB with status 200 is a ParseError with a short message, and at once",
    needs: ["reader"],
    async run(bench) {
      const text = `<html>${"<script>".repeat(2 * 1024 * 1024)}`;
      const { call } = await reading(bench, { headers: { "content-type": "text/html" }, text });
      const error = await bench.errorOf(call);
      expect(error).toMatchObject({ name: "ParseError", text });
      expect(error.message.length).toBeLessThan(1_000);
    },
  },
  {
    name: "A body that is not in the encoding it names is a ConnectionError",
    async run(bench) {
      const site = await bench.serve({ calls: always(brokenGzip) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ConnectionError" });
    },
  },
  {
    name: "A status that the spec does not name is an ApiError that says so",
    async run(bench) {
      const page = { status: 418, headers: { "content-type": "text/html" }, text: PAGE };
      const site = await bench.serve({ calls: always(page) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 418, declared: false, body: undefined, text: PAGE });
    },
  },
  {
    name: "__proto__ and constructor in an answer stay keys of its data and change no other object",
    needs: ["reader"],
    async run(bench) {
      const hostile = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
      const { call } = await reading(bench, { headers: JSON_TYPE, text: hostile });
      const data = await call;
      expect(Object.keys(data as object)).toEqual(["__proto__", "constructor"]);
      expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
      expectClean();
    },
  },
  {
    name: "__proto__ and constructor in an error stay keys of its body and change no other object",
    async run(bench) {
      const hostile =
        '{"__proto__":{"polluted":true,"message":"from the prototype"},"error":{"__proto__":{"polluted":true}}}';
      const site = await bench.serve({ calls: always({ status: 400, headers: JSON_TYPE, text: hostile }) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 400, text: hostile });
      expect(error.message).not.toContain("from the prototype");
      expectClean();
    },
  },
  {
    name: "An error that quotes the credentials is told without them",
    async run(bench) {
      const site = await echoing(bench, 401, (words) => ({ json: { message: words, error: { message: words } } }));
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 401 });
      expect(bench.canaries.in(error["text"] as string), "the answer did quote them").not.toEqual([]);
    },
  },
  {
    name: "A success that cannot be read and quotes the credentials is told without them",
    needs: ["reader"],
    async run(bench) {
      const site = await echoing(bench, 200, (words) => ({
        headers: { "content-type": "text/html" },
        text: `<p>${words}</p>`,
      }));
      const error = await bench.errorOf(bench.call(bench.client(site), "reader"));
      expect(error).toMatchObject({ name: "ParseError" });
      expect(bench.canaries.in(error["text"] as string), "the answer did quote them").not.toEqual([]);
    },
  },
];

async function reading(bench: Bench, reply: Reply): Promise<{ readonly site: Site; readonly call: Promise<unknown> }> {
  const site = await bench.serve({ calls: always(reply) });
  return { site, call: bench.call(bench.client(site), "reader") };
}

function specIdOf(bench: Bench): { readonly id: string } {
  return { id: bench.operation("reader").operationId };
}

/** A server that says which credentials it was sent; in its first words, since only those would be quoted. */
async function echoing(bench: Bench, status: number, write: (words: string) => Reply): Promise<Site> {
  return bench.serve({
    calls({ headers, target }) {
      const secret = [target, ...Object.values(headers)].filter((each) => bench.canaries.in(each).length > 0);
      return { status, ...write(`Not with ${secret.join(" and ")}`) };
    },
  });
}

function expectClean(): void {
  expect(valueAt({}, "/polluted")).toBeUndefined();
  expect("polluted" in {}).toBe(false);
}
