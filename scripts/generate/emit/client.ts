import type { Model } from "../model/model.ts";
import { commentLines, docComment } from "../types/escape.ts";
import { importLine, print } from "./code.ts";

/** The client class: a core, a property for each group, and openapi-fetch's client on the same core. */
export function emitClient(model: Model): string {
  const { clientName, groups, kinds } = model;
  const signed = kinds.length > 0;
  const imports = [
    "Client",
    "type ClientOptions",
    "type Core",
    "httpClient",
    "type HttpClient",
    ...(signed ? ["signInByOneOf"] : []),
  ];
  const options = signed ? ["{ readonly credentials?: Credentials | undefined }"] : [];
  const make = signed ? "coreFrom(options)" : "createCore(options)";
  return [
    importLine(imports, "@vendor-sdks/runtime"),
    signed ? `import { type Credentials, kinds } from "./credentials.ts";\n` : "",
    ...groups.map(({ className, file }) => `import { ${className} } from "./groups/${file}";\n`),
    `import type { paths } from "./paths.ts";\n`,
    `import { createCore, type ServerOptions } from "./service.ts";\n\n`,
    "/** Where the appliance is, how to sign in there, and how calls behave. */\n",
    `export type ${clientName}Options = ClientOptions &\n  ${["ServerOptions", ...options].join(" & ")};\n\n`,
    docComment([...commentLines(model.title), "", ...commentLines(model.summary)], 0),
    `export class ${clientName} extends Client {\n`,
    ...groups.map(
      ({ className, property, description }) =>
        `${docComment(commentLines(description), 2)}  readonly ${property}: ${className};\n`,
    ),
    "  #http: HttpClient<paths> | undefined;\n\n",
    "  /** Takes options, or a core that is there already. */\n",
    `  constructor(options: ${clientName}Options | Core) {\n`,
    `    super("request" in options ? options : ${make});\n`,
    ...groups.map(({ className, property }) => `    this.${property} = new ${className}(this.core);\n`),
    "  }\n\n",
    "  /** The same appliance and the same session, with other options. */\n",
    `  withOptions(options: ClientOptions): ${clientName} {\n    return new ${clientName}(this.core.with(options));\n  }\n\n`,
    "  /** openapi-fetch's own client, on the same sign-in, retries and limits. */\n",
    "  get http(): HttpClient<paths> {\n",
    `    return (this.#http ??= httpClient<paths>(this.core, ${print(httpSecurity(model), 4, 60)}));\n`,
    "  }\n}\n",
    signed
      ? `\nfunction coreFrom({ credentials, ...options }: ${clientName}Options): Core {\n  return createCore({ ...options, signIn: credentials && signInByOneOf(kinds, credentials) });\n}\n`
      : "",
  ].join("");
}

/** What most operations need, and the others by method and path. */
function httpSecurity({ groups }: Model): object {
  const operations = groups.flatMap((group) => group.operations);
  const counts = new Map<string, number>();
  for (const { security } of operations) {
    const text = JSON.stringify(security ?? null);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [usual = "[]"] = [...counts].filter(([text]) => text !== "null").toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const others = operations.filter(({ security }) => JSON.stringify(security ?? null) !== usual);
  return {
    usual: JSON.parse(usual) as unknown,
    other: Object.fromEntries(others.map(({ method, path, security }) => [`${method} ${path}`, security ?? null])),
  };
}
