import { exampleArguments } from "../emit/arguments.ts";
import { access, print } from "../emit/code.ts";
import type { Group, Kind, Model, Operation } from "../model/model.ts";

const RUNTIME = "https://github.com/vendor-sdks/vendor-sdks/tree/main/packages/runtime";

/** What the package is, how it is installed and called, and which operations it has. */
export function readme(packageName: string, model: Model): string {
  return [
    `# ${packageName}\n`,
    `A typed client for ${withoutDot(text(model.title))}. ${text(firstParagraph(model.summary))}`.trimEnd() + "\n",
    fenced("sh", `npm install ${packageName}`),
    fenced("ts", example(packageName, model)),
    ...credentials(model),
    "## Operations\n",
    table(
      ["method", "request", "does"],
      model.groups.flatMap((group) => group.operations.map((operation) => row(group, operation))),
    ),
    "## Besides\n",
    `Retries, timeouts, errors and the other ways to take an answer are those of
[@vendor-sdks/runtime](${RUNTIME}#readme); for self-signed certificates, pinning and
proxies see [certificates](${RUNTIME}#certificates-and-proxies).
Single operations for small bundles are in \`${packageName}/operations\`, the OpenAPI document in \`${packageName}/openapi.json\`, and
\`${packageName}/validation\` holds requests and answers against it, where that is wanted.\n`,
  ].join("\n");
}

function example(packageName: string, { clientName, server, kinds, groups }: Model): string {
  const [group] = groups;
  const operation = group && plainest(group.operations);
  const given = server.variables.filter((variable) => variable.default === undefined);
  const options = {
    ...(/^https?:\/\//i.test(server.url)
      ? Object.fromEntries(given.map(({ name, values }) => [name, values[0] ?? `${name}.example.com`]))
      : { baseUrl: "https://api.example.com" }),
    ...(kinds[0] === undefined ? {} : { credentials: exampleCredentials(kinds[0]) }),
  };
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

/** Made-up values for the fields that a kind cannot do without. */
export function exampleCredentials({ fields }: Kind): Record<string, string | boolean> {
  const required = [...fields].filter(([, field]) => field.required);
  return Object.fromEntries(required.map(([name, { values }]) => [name, values[0] ?? `example-${name}`]));
}

function credentials({ kinds, clientName }: Model): string[] {
  if (kinds.length === 0) return [];
  const shape = ({ fields }: Kind): string =>
    [...fields]
      .map(([name, { required, values }]) => {
        const only = values.length === 1 ? `: ${JSON.stringify(values[0])}` : "";
        return `${name}${required ? "" : "?"}${only}`;
      })
      .join(", ");
  return [
    "## Credentials\n",
    table(
      ["given", "how it is used"],
      kinds.map((kind) => [code(`{ ${shape(kind)} }`), text(kind.description)]),
    ),
    `Every secret may be a function, asked once a sign-in. \`credentialsFromEnvironment()\` takes them from variables; \`${clientName}\` signs
in at the first call that needs it.\n`,
  ];
}

function row({ property }: Group, { id, method, path, summary, description, deprecated }: Operation): string[] {
  const says = withoutDot(text(summary === "" ? firstParagraph(description) : summary));
  return [code(`${property}.${id}`), code(`${method} ${path}`), deprecated ? `Deprecated. ${says}` : says];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return `${line(head)}${line(head.map(() => "---"))}${rows.map(line).join("")}`;
}

function firstParagraph(markdown: string): string {
  return markdown.trim().split(/\n\s*\n/)[0] ?? "";
}

/** Text of a spec as Markdown that is text alone: on one line, without markup of its own. */
function text(from: string): string {
  const plain = from.replaceAll(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return plain.replaceAll(/[\\`*_{}[\]<>|#~&]/g, (sign) => `\\${sign}`);
}

function withoutDot(text: string): string {
  return text.replace(/\.$/, "");
}

/** A span of code, delimited by more backticks than it holds. In a table a pipe would end the cell all the same. */
function code(from: string): string {
  const plain = from.replaceAll(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").replaceAll("|", String.raw`\|`);
  const ticks = "`".repeat(longestRun(plain) + 1);
  const space = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${ticks}${space}${plain}${space}${ticks}`;
}

function fenced(language: string, lines: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
  return `${fence}${language}\n${lines}\n${fence}\n`;
}

function longestRun(of: string): number {
  return Math.max(0, ...[...of.matchAll(/`+/g)].map(([run]) => run.length));
}
