import type { Operation, Package } from "../packages.ts";

// What is measured is the client: whatever a program would pass comes from outside as `given`, in the peers' programs too.

const GIVEN = "const given = globalThis.given;";

/** Standalone calls of some operations, over and over until there are as many as asked for. */
export function calls(
  { operationsEntry }: Package,
  operations: readonly Operation[],
  count: number,
  signIn?: string,
): string {
  const names = [...new Set(operations.slice(0, count).map(({ operationId }) => operationId))];
  const imports = ["createCore", ...(signIn === undefined ? [] : [signIn]), ...names];
  const credentials = signIn === undefined ? "" : `, signIn: ${signIn}(given)`;
  const statements = Array.from({ length: count }, (_, index) => {
    const operation = operations[index % operations.length];
    if (operation === undefined) throw new Error("there is no operation to call");
    return `out.push(await ${operation.operationId}(core${argumentsOf(operation)}));`;
  });
  return [
    `import { ${imports.join(", ")} } from ${JSON.stringify(operationsEntry)};`,
    GIVEN,
    `const core = createCore({ baseUrl: given${credentials} }), out = [];`,
    ...statements,
    "console.log(out);",
  ].join("\n");
}

/** The client with all its operations, and one call. */
export function wholeClient({ entry, vendor }: Package, operation: Operation): string {
  return [
    `import { ${vendor.client} } from ${JSON.stringify(entry)};`,
    GIVEN,
    `const client = new ${vendor.client}({ baseUrl: given, credentials: given });`,
    `console.log(await client.${operation.group}.${operation.operationId}(${argumentsOf(operation).slice(2)}));`,
  ].join("\n");
}

function argumentsOf({ arguments: { required } }: Operation): string {
  const names = Object.keys(required);
  return names.length === 0 ? "" : `, { ${names.map((name) => `${JSON.stringify(name)}: given`).join(", ")} }`;
}
