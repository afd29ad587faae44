import type { JsonObject } from "../../generate/load/json.ts";
import type { OperationCase, Vendor } from "../../mock/vendor.ts";

interface Described {
  readonly tag?: string;
  /** Arguments that the operation cannot do without. */
  readonly required?: JsonObject;
  readonly parameters?: readonly JsonObject[];
  readonly security?: readonly JsonObject[];
  /** Values of the examples of its 200. */
  readonly examples?: readonly unknown[];
}

/** A service with these operations, each written as `operationId: [request, description]`. */
export function vendorWith(
  operations: Readonly<Record<string, readonly [request: string, described?: Described]>>,
  root: JsonObject = {},
): Vendor {
  const paths: Record<string, Record<string, JsonObject>> = {};
  const cases = Object.entries(operations).map(([operationId, [request, described = {}]]): OperationCase => {
    const [method = "", path = ""] = request.split(" ");
    const { tag = "Things", required = {}, parameters = [], security, examples = [] } = described;
    const secured = security !== undefined && security.length > 0;
    (paths[path] ??= {})[method.toLowerCase()] = {
      operationId,
      tags: [tag],
      parameters,
      ...(security && { security }),
    };
    return {
      operationId,
      group: tag.toLowerCase(),
      method,
      path,
      secured,
      arguments: { required },
      answers: [{ code: 200, examples: examples.map((value, index) => ({ name: `example${index}`, value })) }],
    };
  });
  return { name: "acme", client: "AcmeClient", document: { openapi: "3.1.0", paths, ...root }, operations: cases };
}

/** The root of a document with one scheme of each type, and one kind of credentials, a token, for all of them. */
export const SCHEMES: JsonObject = {
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      queryKey: { type: "apiKey", in: "query", name: "key" },
      cookie: { type: "apiKey", in: "cookie", name: "sid" },
      bearer: { type: "http", scheme: "bearer" },
      basic: { type: "http", scheme: "Basic" },
      oauth: { type: "oauth2", flows: {} },
    },
  },
};
