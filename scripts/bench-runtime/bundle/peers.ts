// The same for the bare libraries, as their own documentation writes it: calls with a path parameter each, of as many paths.

const GIVEN = "const given = globalThis.given, out = [];";

/** A bare library's program with so many calls; signed in, it sends a token that it has. */
type Program = (count: number, signedIn: boolean) => string;

const repeated = (count: number, statement: (path: string) => string): string =>
  Array.from({ length: count }, (_, index) => statement(index === 0 ? "/things" : `/things${index}`)).join("\n");

export const peers: Readonly<Record<string, Program>> = {
  "raw fetch": (count, signedIn) => {
    const init = signedIn ? `, { headers: { authorization: "Bearer " + given } }` : "";
    return [
      GIVEN,
      repeated(
        count,
        (path) =>
          `{ const response = await fetch(given + "${path}/" + encodeURIComponent(given)${init});
           if (!response.ok) throw new Error(response.status);
           out.push(await response.json()); }`,
      ),
      "console.log(out);",
    ].join("\n");
  },
  "openapi-fetch": (count, signedIn) => {
    const middleware = `client.use({ onRequest({ request }) {
      request.headers.set("authorization", "Bearer " + given); return request; } });`;
    return [
      `import createClient from "openapi-fetch";`,
      GIVEN,
      "const client = createClient({ baseUrl: given });",
      signedIn ? middleware : "",
      repeated(count, (path) => `out.push(await client.GET("${path}/{id}", { params: { path: { id: given } } }));`),
      "console.log(out);",
    ].join("\n");
  },
  "@hey-api/client-fetch": (count, signedIn) => {
    const security = signedIn ? `security: [{ type: "http", scheme: "bearer" }], ` : "";
    return [
      `import { createClient, createConfig } from "@hey-api/client-fetch";`,
      GIVEN,
      `const client = createClient(createConfig({ baseUrl: given${signedIn ? ", auth: () => given" : ""} }));`,
      repeated(count, (path) => `out.push(await client.get({ ${security}url: "${path}/{id}", path: { id: given } }));`),
      "console.log(out);",
    ].join("\n");
  },
  ky: (count, signedIn) => {
    const headers = signedIn ? `{ headers: { authorization: "Bearer " + given } }` : "";
    return [
      `import ky from "ky";`,
      GIVEN,
      `const client = ky.create(${headers});`,
      repeated(count, (path) => `out.push(await client.get(given + "${path}/" + encodeURIComponent(given)).json());`),
      "console.log(out);",
    ].join("\n");
  },
};
