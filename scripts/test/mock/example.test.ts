import { describe, expect, test } from "vitest";
import { chooseExample, clientExample, curlExample } from "../../mock/example.ts";
import { SCHEMES, vendorWith } from "./vendors.ts";

const BASE = "http://127.0.0.1:4010/api";
const login = { operationId: "logIn" };
const root = {
  ...SCHEMES,
  "x-sdk-credentials": {
    password: { fields: { password: {} }, login, authorize: { key: "$session.key" } },
    token: { fields: { token: {} }, authorize: { bearer: "$field.token" } },
  },
};
const BEARER = [{ bearer: [] }];

describe("the example of a mock", () => {
  test("it is the first GET that needs credentials and nothing else, with a token rather than a login", () => {
    const vendor = vendorWith(
      {
        logIn: ["POST /login"],
        getVersion: ["GET /version"],
        getThing: ["GET /things/{id}", { security: BEARER, required: { id: "x" } }],
        getThings: ["GET /things", { security: [{ key: [] }, { bearer: [] }] }],
        getOthers: ["GET /others", { security: BEARER }],
      },
      root,
    );
    const { operation, credentials } = chooseExample(vendor);
    expect(operation.operationId).toBe("getThings");
    expect(credentials).toMatchObject({ kind: { name: "token" }, fields: { token: "example-token" } });
  });

  test("a service without a GET is shown by another method", () => {
    const vendor = vendorWith({ logIn: ["POST /login"], endSession: ["DELETE /session", { security: BEARER }] }, root);
    expect(curlExample(vendor, chooseExample(vendor), BASE)).toBe(
      `curl -sS -X DELETE -H 'Authorization: Bearer example-token' '${BASE}/session'`,
    );
  });

  test("an operation that only a login's session opens is shown with a made-up one", () => {
    const vendor = vendorWith({ getThings: ["GET /things", { security: [{ key: [] }] }] }, root);
    expect(curlExample(vendor, chooseExample(vendor), BASE)).toBe(`curl -sS -H 'X-Key: example-key' '${BASE}/things'`);
  });

  test("a service without credentials is shown without", () => {
    const vendor = vendorWith({ getVersion: ["GET /version"] });
    const example = chooseExample(vendor);
    expect(curlExample(vendor, example, BASE)).toBe(`curl -sS '${BASE}/version'`);
    expect(clientExample(vendor, example, BASE)[1]).toBe(`const client = new AcmeClient({ baseUrl: "${BASE}" });`);
  });

  test("quotes in a body survive the shell", () => {
    const vendor = vendorWith({ addThing: ["POST /things", { required: { body: { name: "it's" } } }] });
    expect(curlExample(vendor, chooseExample(vendor), BASE)).toBe(
      String.raw`curl -sS -X POST -H 'content-type: application/json' -d '{"name":"it'\''s"}' '${BASE}/things'`,
    );
  });

  test("the client's example is a program of three lines", () => {
    const vendor = vendorWith({ getThing: ["GET /things/{id}", { security: BEARER, required: { id: "x" } }] }, root);
    expect(clientExample(vendor, chooseExample(vendor), BASE)).toEqual([
      'import { AcmeClient } from "@vendor-sdks/acme";',
      `const client = new AcmeClient({ baseUrl: "${BASE}", credentials: { token: "example-token" } });`,
      'console.log(await client.things.getThing({ id: "x" }));',
    ]);
  });
});
