import type { Model } from "../model/model.ts";
import { commentLines, docComment } from "../types/escape.ts";
import { importLine, printFlat } from "./code.ts";
import { hasSecurity } from "./groups.ts";

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
    "withOptions",
  ];
  const options = signed ? ["{ readonly credentials?: Credentials | undefined }"] : [];
  const make = signed ? "coreFrom(options)" : "createCore({ ...options, extras })";
  return [
    importLine(imports, "@vendor-sdks/runtime"),
    signed ? `import { type Credentials, kinds } from "./credentials.ts";\n` : "",
    `import { extras } from "./extras.ts";\n`,
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
    `  withOptions(options: ClientOptions): ${clientName} {\n    return new ${clientName}(withOptions(this.core, options));\n  }\n\n`,
    docComment(commentLines(httpDoc(model)), 2),
    "  get http(): HttpClient<paths> {\n",
    `    return (this.#http ??= httpClient<paths>(this.core, ${httpNeeds(model)}));\n`,
    "  }\n}\n",
    signed
      ? `\nfunction coreFrom({ credentials, ...options }: ${clientName}Options): Core {\n  return createCore({ ...options, extras, signIn: credentials && signInByOneOf(kinds, credentials) });\n}\n`
      : "",
  ].join("");
}

/** It knows of one address. */
function httpDoc({ groups }: Model): string {
  const elsewhere = groups.some(({ operations }) => operations.some(({ server }) => server !== undefined));
  const more = elsewhere ? " It calls operations at the base URL, those with a server of their own too." : "";
  return `openapi-fetch's own client, on the same sign-in, retries and limits.${more}`;
}

/** The parameters whose absence does something drastic, by method and path: what methods ask for, the types of paths do not. */
function drastic({ groups }: Model): string[] {
  const parameters = groups
    .flatMap(({ operations }) => operations)
    .flatMap(({ method, path, caution, parameters }) => {
      const parameter = parameters.find(({ name }) => name === caution?.parameter);
      return parameter === undefined ? [] : [[`${method} ${path}`, parameter.name] as const];
    });
  return parameters.length === 0 ? [] : [`drastic: ${printFlat(Object.fromEntries(parameters))}`];
}

/**
 * What operations need as a rule, and what the groups say of the others. Where the document says nothing for all, any scheme will
 * do for requests that are none of an operation.
 */
function httpNeeds(model: Model): string {
  const anyScheme = [...model.schemes.keys()].map((name) => ({ [name]: [] }));
  const usual = model.usualSecurity === undefined ? printFlat(anyScheme) : "usualSecurity";
  const others = hasSecurity(model) ? model.groups.map(({ className }) => `...${className}.security`) : [];
  const other = others.length === 0 ? "{}" : `{\n${others.map((each) => `        ${each},\n`).join("")}      }`;
  const needs = [`usual: ${usual}`, `other: ${other}`, ...drastic(model)];
  if (others.length === 0) return `{ ${needs.join(", ")} }`;
  return `{\n${needs.map((each) => `      ${each},\n`).join("")}    }`;
}
