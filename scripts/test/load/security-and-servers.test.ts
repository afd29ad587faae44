import { expect, test } from "vitest";

import { HEAD, load, problems } from "./helpers.ts";

test("security requirements name schemes that exist, with a list of scopes", () => {
  const text = `${HEAD}security: [{ Tokn: [] }, { Token: [read] }, {}]
paths:
  /a:
    get:
      operationId: a
      security:
        - Token: []
          Other: []
        - Token: read
      responses: { 204: { description: done } }
components:
  securitySchemes: { Token: { type: http, scheme: bearer } }
`;
  expect(problems(text)).toEqual(["3:14 unknown-security-scheme", "10:11 unknown-security-scheme", "11:11 wrong-type"]);
  expect(load(text).diagnostics[0]?.fix).toBe('write "Token"');
});

test("a security scheme says how it is sent", () => {
  const text = `${HEAD}paths: {}
components:
  securitySchemes:
    A: { type: apiKey }
    B: { type: apiKey, name: X, in: body }
    C: { type: http }
    D: { type: basic }
    E: { description: none }
    F: { type: apiKey, name: X-Key, in: header }
    G: { type: oauth2, flows: {} }
`;
  expect(problems(text)).toEqual([
    "6:5 missing-field",
    "6:5 missing-field",
    "7:33 invalid-value",
    "8:5 missing-field",
    "9:10 invalid-value",
    "10:5 missing-field",
  ]);
});

test("each variable of a server is declared, with a default that is one of its values", () => {
  const text = `${HEAD}paths: {}
servers:
  - url: https://{host}/{base}
    variables:
      host: { default: api.example.com }
  - url: https://{host}:{port}/{path}
    variables:
      host: { description: none }
      port: { default: 443 }
      path: { default: v3, enum: [v1, v2] }
      paht: { default: v1 }
  - description: no url
  - url: /relative
`;
  expect(problems(text)).toEqual([
    "5:5 undeclared-server-variable",
    "10:7 missing-field",
    "11:15 wrong-type",
    "12:15 invalid-value",
    "13:7 unused-server-variable",
    "14:5 missing-field",
  ]);
  const severities = load(text).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
  expect(severities.filter((severity) => severity.startsWith("error"))).toEqual(["error missing-field"]);
});

test("the url of a server is one that a client can call", () => {
  const text = `${HEAD}paths: {}
servers:
  - url: https://{host/v1
  - url: https://api.example.com/?a=1
  - url: "ws://api.example.com"
  - url: "https://a b"
  - url: "{scheme}://api.example.com"
    variables: { scheme: { default: https } }
  - url: "//api.example.com/v1"
  - url: v1
  - url: ""
`;
  expect(problems(text)).toEqual([
    "5:5 invalid-server",
    "6:5 invalid-server",
    "7:5 invalid-server",
    "8:5 invalid-server",
  ]);
});

test("servers of operations are checked like those of the document", () => {
  const text = `${HEAD}paths:
  /a:
    servers: [{ url: "https://{x}" }]
    get:
      operationId: a
      servers: [{ url: "https://{y}" }]
      responses: { 204: { description: done } }
`;
  expect(problems(text)).toEqual(["5:17 undeclared-server-variable", "8:19 undeclared-server-variable"]);
});

test("a scheme of HTTP that clients cannot compute is told", () => {
  const text = `${HEAD}paths: {}
components:
  securitySchemes: { A: { type: http, scheme: Digest }, B: { type: http, scheme: Bearer } }
`;
  expect(problems(text)).toEqual(["5:39 opaque-security-scheme"]);
});

test("a token endpoint that clients cannot know is told", () => {
  const text = `${HEAD}paths: {}
components:
  securitySchemes:
    A: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: {} } } }
`;
  expect(problems(text)).toEqual(["6:54 relative-token-url"]);
  expect(problems(`${text}servers: [{ url: "https://a.example.org" }]\n`)).toEqual([]);
});

test("schemes that no operation needs are told", () => {
  const paths = "paths: { /a: { get: { operationId: a, responses: { 204: { description: done } } } } }";
  const text = `${HEAD}${paths}\ncomponents: { securitySchemes: { A: { type: http, scheme: bearer } } }\n`;
  expect(problems(text)).toEqual(["4:15 unused-security-schemes"]);
  expect(problems(`${text}security: [{}, { A: [] }]\n`)).toEqual([]);
  expect(problems(text.replace("{ type: http, scheme: bearer }", "{ type: mutualTLS }"))).toEqual([]);
});

test("more alternatives than anybody chooses among are told", () => {
  const names = Array.from({ length: 50 }, (_, index) => `S${index}`);
  const schemes = names.map((name) => `${name}: { type: http, scheme: bearer }`).join(", ");
  const operation = "get: { operationId: a, responses: { 204: { description: done } } }";
  const security = names.map((name) => `{ ${name}: [] }`).join(", ");
  const text = `${HEAD}security: [${security}]\npaths: { /a: { ${operation} } }\ncomponents: { securitySchemes: { ${schemes} } }\n`;
  expect(problems(text)).toEqual(["5:15 too-many-alternatives"]);
});
