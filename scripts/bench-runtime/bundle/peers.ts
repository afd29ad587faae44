import type { Operation } from "../packages.ts";

// The same calls with the bare libraries, as their own documentation writes it.

const GIVEN = "const given = globalThis.given, out = [];";

/** A bare library's program with some calls; signed in, it sends a token that it has. */
type Program = (operations: readonly Operation[], signedIn: boolean) => string;

/** What a call passes: what its operation requires. */
interface Passed {
  readonly method: string;
  readonly path: string;
  readonly pathNames: readonly string[];
  readonly queryNames: readonly string[];
  readonly hasBody: boolean;
}

export const peers: Readonly<Record<string, Program>> = {
  "raw fetch": (operations, signedIn) => {
    const statement = (passed: Passed): string => {
      const parts = [
        passed.method === "GET" ? "" : `method: ${JSON.stringify(passed.method)}`,
        signedIn ? `headers: { authorization: "Bearer " + given }` : "",
        passed.hasBody ? "body: JSON.stringify(given)" : "",
      ].filter((part) => part !== "");
      const init = parts.length === 0 ? "" : `, { ${parts.join(", ")} }`;
      return `{ const response = await fetch(${urlOf(passed)}${queryOf(passed)}${init});
           if (!response.ok) throw new Error(response.status);
           out.push(await response.json()); }`;
    };
    return program([], operations, statement);
  },
  "openapi-fetch": (operations, signedIn) => {
    const middleware = `client.use({ onRequest({ request }) {
      request.headers.set("authorization", "Bearer " + given); return request; } });`;
    const statement = ({ method, path, pathNames, queryNames, hasBody }: Passed): string => {
      const params = [named("path", pathNames), named("query", queryNames)].filter((part) => part !== "");
      const parts = [params.length === 0 ? "" : `params: { ${params.join(", ")} }`, hasBody ? "body: given" : ""];
      return `out.push(await client.${method}(${JSON.stringify(path)}${braced(parts)}));`;
    };
    const head = [
      `import createClient from "openapi-fetch";`,
      "const client = createClient({ baseUrl: globalThis.given });",
    ];
    return program([...head, ...(signedIn ? [middleware] : [])], operations, statement);
  },
  "@hey-api/client-fetch": (operations, signedIn) => {
    const security = signedIn ? `security: [{ type: "http", scheme: "bearer" }]` : "";
    const statement = ({ method, path, pathNames, queryNames, hasBody }: Passed): string => {
      const parts = [security, `url: ${JSON.stringify(path)}`, named("path", pathNames), named("query", queryNames)];
      return `out.push(await client.${method.toLowerCase()}(${braced([...parts, hasBody ? "body: given" : ""]).slice(2)}));`;
    };
    const head = [
      `import { createClient, createConfig } from "@hey-api/client-fetch";`,
      `const client = createClient(createConfig({ baseUrl: globalThis.given${signedIn ? ", auth: () => given" : ""} }));`,
    ];
    return program(head, operations, statement);
  },
  ky: (operations, signedIn) => {
    const headers = signedIn ? `{ headers: { authorization: "Bearer " + globalThis.given } }` : "";
    const statement = (passed: Passed): string => {
      const parts = [named("searchParams", passed.queryNames), passed.hasBody ? "json: given" : ""];
      return `out.push(await client.${passed.method.toLowerCase()}(${urlOf(passed)}${braced(parts)}).json());`;
    };
    return program([`import ky from "ky";`, `const client = ky.create(${headers});`], operations, statement);
  },
};

function program(
  head: readonly string[],
  operations: readonly Operation[],
  statement: (passed: Passed) => string,
): string {
  return [...head, GIVEN, ...operations.map((operation) => statement(passedTo(operation))), "console.log(out);"].join(
    "\n",
  );
}

function passedTo({ method, path, arguments: { required } }: Operation): Passed {
  const pathNames = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const names = Object.keys(required);
  const queryNames = names.filter((name) => name !== "body" && !pathNames.includes(name));
  return { method, path, pathNames, queryNames, hasBody: names.includes("body") };
}

function urlOf({ path, pathNames }: Passed): string {
  if (pathNames.length === 0) return `given + ${JSON.stringify(path)}`;
  return `given + \`${path.replace(/\{[^{}]+\}/g, "${encodeURIComponent(given)}")}\``;
}

function queryOf({ queryNames }: Passed): string {
  const pairs = queryNames.map((name) => `${name}=\${encodeURIComponent(given)}`);
  return pairs.length === 0 ? "" : ` + \`?${pairs.join("&")}\``;
}

function named(property: string, names: readonly string[]): string {
  return names.length === 0
    ? ""
    : `${property}: { ${names.map((name) => `${JSON.stringify(name)}: given`).join(", ")} }`;
}

/** A further argument, an object of what there is; nothing where there is nothing. */
function braced(parts: readonly string[]): string {
  const there = parts.filter((part) => part !== "");
  return there.length === 0 ? "" : `, { ${there.join(", ")} }`;
}
