import { exampleFields, kindsOf, type FieldValues, type Kind } from "./credentials.ts";
import { literal } from "./literal.ts";
import { exampleRequest, fedAlternative } from "./request.ts";
import type { OperationCase, Vendor } from "./vendor.ts";

/** What is shown of a service: one operation, and credentials for it unless it needs none. */
export interface Example {
  readonly operation: OperationCase;
  readonly credentials?: { readonly kind: Kind; readonly fields: FieldValues };
}

/** The first GET that shows credentials at work; without one, whatever there is. */
export function chooseExample(vendor: Vendor): Example {
  const plainest = vendor.operations.toSorted((a, b) => cost(a) - cost(b));
  const [operation] = plainest;
  if (operation === undefined) throw new Error(`The spec of ${vendor.name} has no operation`);
  if (!operation.secured) return { operation };
  // A token is pasted as it is; a login would have to come first.
  const kinds = kindsOf(vendor.document)
    .filter(({ login }) => login?.tokenUrl === undefined)
    .toSorted((a, b) => Number(a.login !== undefined) - Number(b.login !== undefined));
  const kind = kinds.find((each) => fedAlternative(vendor, operation, each) !== undefined);
  return kind === undefined ? { operation } : { operation, credentials: { kind, fields: exampleFields(kind) } };
}

function cost({ method, secured, arguments: { required } }: OperationCase): number {
  return (method === "GET" ? 0 : 100) + (secured ? 0 : 50) + Math.min(Object.keys(required).length, 49);
}

/** The example as a line for a shell. */
export function curlExample(vendor: Vendor, { operation, credentials }: Example, baseUrl: string): string {
  const { method, target, headers, body } = exampleRequest(vendor, operation, credentials);
  const words = ["curl", "-sS"];
  if (method !== "GET") words.push("-X", method);
  for (const [name, value] of Object.entries(headers)) words.push("-H", quote(`${name}: ${value}`));
  if (body !== undefined) words.push("-d", quote(body));
  return [...words, quote(baseUrl + target)].join(" ");
}

/** The example as three lines of a TypeScript module. */
export function clientExample(
  { name, client }: Vendor,
  { operation, credentials }: Example,
  baseUrl: string,
): readonly [string, string, string] {
  const options = { baseUrl, ...(credentials && { credentials: credentials.fields }) };
  const { group, operationId, arguments: given } = operation;
  const args = Object.keys(given.required).length === 0 ? "" : literal(given.required);
  return [
    `import { ${client} } from "@vendor-sdks/${name}";`,
    `const client = new ${client}(${literal(options)});`,
    `console.log(await client.${group}.${operationId}(${args}));`,
  ];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
