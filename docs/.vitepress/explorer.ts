import { isObject, listAt, objectAt, own, textAt, type JsonObject } from "../../scripts/generate/load/json.ts";
import { chooseExample } from "../../scripts/mock/example.ts";
import { exampleAuthorization, exampleFields, kindsOf } from "../../scripts/mock/credentials.ts";
import { portOf } from "../../scripts/mock/ports.ts";
import { fedAlternative } from "../../scripts/mock/request.ts";
import { readVendor, type Vendor } from "../../scripts/mock/vendor.ts";

/** What a page needs to let people try an API out on its mock. */
export interface Explorer {
  readonly vendor: string;
  readonly title: string;
  readonly summary: string;
  readonly port: number;
  /** Where the mock is, as a server of OpenAPI: whoever gives the mock another port writes it there. */
  readonly server: JsonObject;
  readonly authentication: {
    /** The schemes that are used together unless others are chosen. */
    readonly preferredSecurityScheme: readonly (readonly string[])[];
    /** Made-up values, which a mock takes as well as any. */
    readonly securitySchemes: JsonObject;
  };
}

export function explorersOf(names: readonly string[]): Explorer[] {
  return names.map((name) => explorerOf(readVendor(name), portOf(name, names)));
}

function explorerOf(vendor: Vendor, port: number): Explorer {
  const { name, document } = vendor;
  const title = textAt(own(document, "info"), "title") ?? name;
  return {
    vendor: name,
    title,
    summary: `${title}: every call, to be tried out on a mock.`,
    port,
    server: {
      url: `http://127.0.0.1:{port}${basePathOf(document)}`,
      description: "The mock of `pnpm mock`, on this machine.",
      variables: { port: { default: String(port), description: "The port that the mock has printed." } },
    },
    authentication: authenticationOf(vendor),
  };
}

/** The path of the first server, which is where a mock answers. */
function basePathOf(document: JsonObject): string {
  const [server] = listAt(document, "servers");
  const variables = objectAt(server, "variables");
  const url = (textAt(server, "url") ?? "/").replaceAll(
    /\{([^{}]*)\}/g,
    (_, name: string) => textAt(own(variables, name), "default") ?? name,
  );
  return new URL(url, "http://localhost").pathname.replace(/\/+$/, "");
}

function authenticationOf(vendor: Vendor): Explorer["authentication"] {
  const kinds = kindsOf(vendor.document);
  const schemes = objectAt(objectAt(vendor.document, "components"), "securitySchemes");
  // Of kinds that feed the same scheme, the first is the usual one, and what comes last stays.
  const given = kinds.toReversed().flatMap((kind) => {
    const fields = exampleFields(kind);
    return Object.entries(kind.authorize).map(([scheme, expression]) => {
      return [scheme, prefilled(own(schemes, scheme), exampleAuthorization(expression, fields))] as const;
    });
  });
  const { operation, credentials } = chooseExample(vendor);
  const alternative = credentials && fedAlternative(vendor, operation, credentials.kind);
  return {
    preferredSecurityScheme: alternative === undefined ? [] : [Object.keys(alternative)],
    securitySchemes: Object.fromEntries(given),
  };
}

/** A value in the field that the explorer has for it. */
function prefilled(scheme: unknown, value: unknown): JsonObject {
  const type = textAt(scheme, "type");
  if (type === "apiKey") return { value };
  if (type === "http" && isObject(value)) return value;
  if (type === "http") return { token: value };
  const flows = Object.keys(objectAt(scheme, "flows")).map((flow) => [flow, { token: value }] as const);
  return { flows: Object.fromEntries(flows) };
}
