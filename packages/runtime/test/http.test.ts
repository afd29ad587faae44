import { describe, expect, expectTypeOf, it } from "vitest";
import { AbortError } from "../src/errors/abort-error.ts";
import { ConfigurationError } from "../src/errors/configuration-error.ts";
import { httpClient, type HttpClient } from "../src/http.ts";
import { Appliance, signedIn, usual, user } from "./support/appliance.ts";
import { password } from "./support/kinds.ts";
import { errorOf, type Given, type Item, type Problem } from "./support/sample.ts";
import { serve } from "./support/server.ts";

/** As openapi-typescript writes it. */
interface Paths {
  "/items/{id}": {
    parameters: { path: { id: string } };
    get: {
      parameters: { path: { id: string } };
      responses: {
        200: { content: { "application/json": Item } };
        404: { content: { "application/json": Problem } };
      };
    };
  };
  "/items": {
    delete: { parameters: { query?: { owner?: string | string[] } }; responses: { 204: { content?: never } } };
    post: {
      parameters: object;
      requestBody: { content: { "application/json": { name: string } } };
      responses: { 201: { content: { "application/json": Item } } };
    };
  };
  "/open/{id}": {
    get: { parameters: { path: { id: string } }; responses: { 200: { content: { "application/json": Item } } } };
  };
}

const security = { usual: [{ session: [] }], other: { "GET /open/{id}": null } };

function client(shop: Appliance, more: Given = {}): HttpClient<Paths> {
  return httpClient<Paths>(signedIn(shop, password, user, more).core, security);
}

const a = { params: { path: { id: "a" } } };

describe("openapi-fetch's client on a core", () => {
  it("is typed by the same paths, and signed in", async () => {
    const shop = new Appliance();
    const { data, error, response } = await client(shop).GET("/items/{id}", a);
    expectTypeOf(data).toEqualTypeOf<Item | undefined>();
    expectTypeOf(error).toEqualTypeOf<Problem | undefined>();
    expect(data).toEqual({ id: "a" });
    expect(response.status).toBe(200);
    expect(shop.log).toEqual(["POST /session", "GET /items/a"]);
    expect(shop.sent[1]?.headers.get("x-session")).toBe("session-token-1");
    expect(shop.sent[1]?.headers.get("accept")).toBe("application/json");
  });

  it.each([{}, { owner: "" }, { owner: [] }])(
    "refuses a call unsent whose missing argument is drastic: %j",
    async (query) => {
      const shop = new Appliance();
      const needs = { ...security, drastic: { "DELETE /items": "owner" } };
      const { DELETE } = httpClient<Paths>(signedIn(shop, password, user).core, needs);
      const error = await errorOf(DELETE("/items", { params: { query } }));
      expect(error).toBeInstanceOf(ConfigurationError);
      expect(error.message).toContain('DELETE /items must be given "owner"');
      expect(shop.sent).toEqual([]);
      await DELETE("/items", { params: { query: { owner: "ann" } } });
      expect(shop.log).toEqual(["POST /session", "DELETE /items?owner=ann"]);
    },
  );

  it.each(["..", ".", ""])("refuses the path parameter %j unsent, which would make another path", async (id) => {
    const shop = new Appliance();
    const error = await errorOf(client(shop).GET("/items/{id}", { params: { path: { id } } }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toBe(`GET /items/{id} cannot be sent: path parameter "id" is "${id}"`);
    expect(shop.sent).toEqual([]);
  });

  it("does not sign in for what needs no credentials", async () => {
    const shop = new Appliance();
    await client(shop).GET("/open/{id}", a);
    expect(shop.log).toEqual(["GET /open/a"]);
    expect(shop.sent[0]?.headers.has("x-session")).toBe(false);
  });

  it("gives an error status as a value", async () => {
    const shop = new Appliance({ "GET /items/a": [{ status: 404, json: { message: "no" } }] });
    const { data, error } = await client(shop).GET("/items/{id}", a);
    expect([data, error]).toEqual([undefined, { message: "no" }]);
  });

  it("goes through the retries and a renewed session", async () => {
    const shop = new Appliance({ "GET /items/a": [{ status: 503 }, { status: 401 }, usual] });
    expect((await client(shop).GET("/items/{id}", a)).data).toEqual({ id: "a" });
    expect(shop.log).toEqual(["POST /session", "GET /items/a", "GET /items/a", "POST /session", "GET /items/a"]);
  });

  it("sends a body, again after a renewed session", async () => {
    const shop = new Appliance({ "POST /items": [{ status: 401 }, { status: 201, json: { id: "n" } }] });
    const { data } = await client(shop).POST("/items", { body: { name: "x" } });
    expect(data).toEqual({ id: "n" });
    const bodies = shop.sent.filter(({ path }) => path === "/items").map(({ body }) => body);
    expect(bodies).toEqual(['{"name":"x"}', '{"name":"x"}']);
  });

  it("has the client's headers and middleware", async () => {
    const shop = new Appliance();
    let operation = "";
    const http = client(shop, {
      headers: { "x-client": "1" },
      middleware: [
        (request, next, context) => {
          operation = context.operation;
          return next(request);
        },
      ],
    });
    await http.GET("/items/{id}", a);
    expect(operation).toBe("GET /items/{id}");
    expect(shop.sent[1]?.headers.get("x-client")).toBe("1");
  });

  it("takes middleware of openapi-fetch, one that makes a new Request included", async () => {
    const shop = new Appliance();
    const http = client(shop);
    http.use({
      onRequest({ request }) {
        const changed = new Request(request);
        changed.headers.set("x-trace", "7");
        return changed;
      },
    });
    expect((await http.GET("/items/{id}", a)).data).toEqual({ id: "a" });
    expect(shop.sent[1]?.headers.get("x-trace")).toBe("7");
    expect(shop.sent[1]?.headers.get("x-session")).toBe("session-token-1");
  });

  it("ends with the caller's signal", async () => {
    const shop = new Appliance({ "GET /items/a": [() => undefined] });
    const signal = AbortSignal.timeout(10);
    expect(await errorOf(client(shop).GET("/items/{id}", { ...a, signal }))).toBeInstanceOf(AbortError);
  });

  it("takes credentials to no other origin", async () => {
    const elsewhere = await serve({ json: { id: "a" } });
    const error = await errorOf(client(new Appliance()).GET("/items/{id}", { ...a, baseUrl: elsewhere.url }));
    expect(error.message).toContain("may not go");
    expect(elsewhere.sent).toHaveLength(0);
  });
});
