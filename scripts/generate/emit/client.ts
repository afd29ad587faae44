import type { Model } from "../model/model.ts";
import { isSameSecurity } from "../model/security.ts";
import { commentLines, docComment } from "../types/escape.ts";
import { importLine, print, Raw } from "./code.ts";

/** The client class: a core, a property for each group, and openapi-fetch's client on the same core. */
export function emitClient(model: Model): string {
  const { clientName, groups, kinds } = model;
  const signed = kinds.length > 0;
  const imports = [
    "Client",
    "diagnostics",
    "type ClientOptions",
    "type Core",
    "httpClient",
    "type HttpClient",
    ...(signed ? ["signInByOneOf"] : []),
  ];
  const options = signed ? ["{ readonly credentials?: Credentials | undefined }"] : [];
  const make = signed ? "coreFrom(options)" : "createCore({ ...options, diagnostics })";
  return [
    importLine(imports, "@vendor-sdks/runtime"),
    signed ? `import { type Credentials, kinds } from "./credentials.ts";\n` : "",
    ...groups.map(({ className, file }) => `import { ${className} } from "./groups/${file}";\n`),
    `import type { paths } from "./paths.ts";\n`,
    importLine(
      ["createCore", "type ServerOptions", ...(model.usualSecurity === undefined ? [] : ["usualSecurity"])],
      "./service.ts",
    ),
    "\n",
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
      ? `\nfunction coreFrom({ credentials, ...options }: ${clientName}Options): Core {\n  return createCore({ ...options, diagnostics, signIn: credentials && signInByOneOf(kinds, credentials) });\n}\n`
      : "",
  ].join("");
}

/** What operations need as a rule, and by method and path the others. */
function httpSecurity({ groups, usualSecurity }: Model): object {
  const others = groups
    .flatMap((group) => group.operations)
    .filter(({ security }) => !isSameSecurity(security, usualSecurity));
  return {
    usual: usualSecurity === undefined ? [] : new Raw("usualSecurity"),
    other: Object.fromEntries(others.map(({ method, path, security }) => [`${method} ${path}`, security ?? null])),
  };
}
