import type { JsonObject } from "../../generate/load/json.ts";
import type { Operation, Package } from "../../bench-runtime/packages.ts";

interface Described {
  readonly group?: string;
  readonly required?: JsonObject;
  readonly all?: JsonObject;
  readonly paged?: boolean;
  readonly parameters?: readonly JsonObject[];
  readonly errors?: readonly string[];
}

/** A package with these operations, each written as `operationId: [request, description]`, signed in by a bearer token. */
export function packageWith(
  name: string,
  operations: Readonly<Record<string, readonly [request: string, described?: Described]>>,
): Package {
  const paths: Record<string, Record<string, JsonObject>> = {};
  const cases = Object.entries(operations).map(([operationId, [request, described = {}]]): Operation => {
    const [method = "", path = ""] = request.split(" ");
    const { group = "things", required = {}, all = required, paged = false, parameters = [], errors = [] } = described;
    (paths[path] ??= {})[method.toLowerCase()] = { operationId, parameters, security: [{ bearer: [] }] };
    const failures = errors.map((status) => ({ status, code: Number(status), examples: [] }));
    const success = { status: "200", code: 200, examples: [{ name: "one", value: { id: operationId } }] };
    const answers = [success, ...failures];
    return { operationId, group, method, path, paged, secured: true, arguments: { required, all }, answers };
  });
  const document = {
    paths,
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
    "x-sdk-credentials": { token: { fields: { token: {} }, authorize: { bearer: "$field.token" } } },
  };
  return {
    name,
    vendor: { name, client: "AcmeClient", document, operations: cases },
    operations: cases,
    entry: "/acme/index.mjs",
    operationsEntry: "/acme/operations.mjs",
    signIns: { token: "tokenSignIn" },
  };
}

export function pathParameter(name: string): JsonObject {
  return { name, in: "path", required: true, schema: { type: "string" } };
}

export function queryParameter(name: string): JsonObject {
  return { name, in: "query", schema: { type: "string" } };
}
