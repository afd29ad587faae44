import { exampleArguments } from "../emit/arguments.ts";
import { access, print } from "../emit/code.ts";
import { exampleOptions } from "../emit/example.ts";
import { kindShape } from "../emit/reference/authorization-section.ts";
import type { Group, Model, Operation } from "../model/model.ts";
import { codeSpan, fenced, plainText, table } from "../types/markdown.ts";

const RUNTIME = "https://github.com/vendor-sdks/vendor-sdks/tree/main/packages/runtime";

/** What the package is, how it is installed and called, and which operations it has. */
export function readme(packageName: string, model: Model): string {
  return [
    `# ${packageName}\n`,
    `A typed client for ${withoutDot(plainText(model.title))}. ${plainText(firstParagraph(model.summary))}`.trimEnd() +
      "\n",
    fenced("sh", `npm install ${packageName}`),
    fenced("ts", example(packageName, model)),
    ...credentials(model),
    "## Operations\n",
    table(
      ["method", "request", "does"],
      model.groups.flatMap((group) => group.operations.map((operation) => row(group, operation))),
    ),
    "Each of them has a page in [docs/](docs/README.md), with examples, arguments, answers and errors.\n",
    "## Besides\n",
    `Retries, timeouts, errors and the other ways to take an answer are those of
[@vendor-sdks/runtime](${RUNTIME}#readme); for self-signed certificates, pinning and
proxies see [certificates](${RUNTIME}#certificates-and-proxies).
Single operations for small bundles are in \`${packageName}/operations\`, the OpenAPI document in \`${packageName}/openapi.json\`, and
\`${packageName}/validation\` holds requests and answers against it, where that is wanted.\n`,
  ].join("\n");
}

function example(packageName: string, model: Model): string {
  const { clientName, groups, kinds } = model;
  const [group] = groups;
  const operation = group && plainest(group.operations);
  const options = exampleOptions(model, kinds[0]);
  const none = Object.keys(options).length === 0;
  return [
    `import { ${clientName} } from "${packageName}";`,
    "",
    `const client = new ${clientName}(${none ? "{}" : print(options, 0, clientName.length + 20)});`,
    ...(group && operation ? [call(group, operation)] : []),
    "await client.close();",
  ].join("\n");
}

/** The one that needs least. */
function plainest(operations: readonly Operation[]): Operation | undefined {
  const cost = (operation: Operation): number =>
    (operation.method === "GET" ? 0 : 100) + Object.keys(exampleArguments(operation, "required")).length;
  return operations.toSorted((a, b) => cost(a) - cost(b))[0];
}

function call({ property }: Group, operation: Operation): string {
  const args = exampleArguments(operation, "required");
  const called = `client${access(property)}${access(operation.id)}`;
  const given = Object.keys(args).length === 0 ? "" : print(args, 0, called.length + 24);
  return operation.pagination === undefined
    ? `const data = await ${called}(${given});`
    : `for await (const item of ${called}(${given})) console.log(item);`;
}

function credentials({ kinds, clientName }: Model): string[] {
  if (kinds.length === 0) return [];
  return [
    "## Credentials\n",
    table(
      ["given", "how it is used"],
      kinds.map((kind) => [codeSpan(kindShape(kind)), plainText(kind.description)]),
    ),
    `Every secret may be a function, asked once a sign-in. \`credentialsFromEnvironment()\` takes them from variables; \`${clientName}\` signs
in at the first call that needs it.\n`,
  ];
}

function row({ property }: Group, { id, method, path, summary, description, deprecated }: Operation): string[] {
  const says = withoutDot(plainText(summary === "" ? firstParagraph(description) : summary));
  return [codeSpan(`${property}.${id}`), codeSpan(`${method} ${path}`), deprecated ? `Deprecated. ${says}` : says];
}

function firstParagraph(markdown: string): string {
  return markdown.trim().split(/\n\s*\n/)[0] ?? "";
}

function withoutDot(text: string): string {
  return text.replace(/\.$/, "");
}
