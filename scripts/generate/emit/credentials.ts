import { isObject, type JsonObject, own, textAt } from "../load/json.ts";
import type { Field, Kind, Model } from "../model/model.ts";
import { kebabCase } from "../model/names.ts";
import { commentLines, docComment, quote } from "../types/escape.ts";
import { constant, importLine, key, printFlat, Raw, union } from "./code.ts";
import { kindConstant } from "./kind.ts";

/** The operations that signing in and out takes: their constants are exported for it. */
export function signInOperations({ kinds, groups }: Model): Set<string> {
  const called = new Set(kinds.flatMap(({ plan }) => steps(plan).map((step) => textAt(step, "operationId"))));
  const operations = groups.flatMap((group) => group.operations);
  return new Set(operations.filter(({ specId }) => specId !== undefined && called.has(specId)).map(({ id }) => id));
}

function steps(plan: JsonObject): JsonObject[] {
  return ["login", "challenge", "logout"]
    .map((name) => own(plan, name))
    .filter((step) => isObject(step) && textAt(step, "operationId") !== undefined) as JsonObject[];
}

/** Each kind of credentials: what the user gives, how it is used, and the function that signs in with it. */
export function emitCredentials(model: Model): string {
  const used = signInOperations(model);
  const imports = model.groups.map(({ file, operations }) =>
    importLine(
      operations.filter(({ id }) => used.has(id)).map(({ constant: name }) => name),
      `./operations/${file}`,
    ),
  );
  const sessions = model.kinds.some(({ plan }) => own(plan, "login") !== undefined);
  const secrets = model.kinds.some(({ fields }) => [...fields.values()].some((field) => field.secret));
  const helpers = new Set<string>();
  const emitted = model.kinds.map((kind) => `${emitKind(kind, model, helpers)}\n`);
  const runtime = [...helpers, "type Environment", "fromEnvironment", "type Kind", "type SignIn", "signIn"];
  if (sessions) runtime.push("type ExportedSession");
  if (secrets) runtime.push("type Secret");
  if (model.expired !== undefined) runtime.push("expiredBy");
  const names = model.kinds.map(({ typeName }) => `${typeName}Credentials`);
  if (sessions) names.push("SessionCredentials");
  return [
    importLine(runtime, "@vendor-sdks/runtime"),
    ...imports,
    "\n",
    emitExpired(model),
    ...emitted,
    sessions ? `${emitSessionCredentials(model)}\n` : "",
    "/** Any one kind; the fields that are given tell which. */\n",
    union("export type Credentials", names),
    "\n",
    constant(
      "export const kinds: readonly Kind[]",
      model.kinds.map(({ name }) => new Raw(`${name}Kind`)),
    ),
    emitEnvironment(model),
  ].join("");
}

/** All kinds share it: it is the service that tells. */
function emitExpired({ expired }: Model): string {
  if (expired === undefined) return "";
  const given = [expired.header, expired.contains].map(printFlat).join(", ");
  return constant("const isExpired", new Raw(`/* @__PURE__ */ expiredBy(${given})`)) + "\n";
}

function emitEnvironment({ service, kinds }: Model): string {
  const [field] = [...(kinds[0]?.fields ?? [])].find(([, { required }]) => required) ?? [""];
  const variable = environmentVariable(service, field);
  const says = [
    `Credentials from environment variables, named after their fields: \`${variable}\`.`,
    "Variables that fit no kind are an error that names those that would.",
  ];
  return [
    "\n",
    docComment(commentLines(says.join(" ")), 0),
    "export function credentialsFromEnvironment(environment?: Environment): Credentials {\n",
    `  return fromEnvironment(kinds, ${quote(service)}, environment) as Credentials;\n}\n`,
  ].join("");
}

/** As the runtime names the variables. */
export function environmentVariable(service: string, field: string): string {
  return `${upperSnake(service)}_${upperSnake(field)}`;
}

function upperSnake(name: string): string {
  return kebabCase(name).replaceAll("-", "_").toUpperCase();
}

function emitKind(kind: Kind, model: Model, helpers: Set<string>): string {
  const { name, typeName, description } = kind;
  const signsIn = own(kind.plan, "login") !== undefined;
  return [
    docComment(commentLines(description), 0),
    `export interface ${typeName}Credentials {\n`,
    ...[...kind.fields].map(([field, says]) => emitField(field, says)),
    signsIn
      ? "  /** A session of this kind that was exported; these credentials renew it. */\n  session?: ExportedSession | undefined;\n"
      : "",
    ...foreignFields(model, kind).map((field) => `  ${key(field)}?: undefined;\n`),
    "}\n\n",
    constant(`const ${name}Kind: Kind`, kindConstant(kind, model, helpers)),
    "\n",
    docComment(commentLines(`Signs standalone operations in. ${description}`), 0),
    `export function ${name}SignIn(credentials: ${typeName}Credentials${signsIn ? " & { session?: undefined }" : ""}): SignIn {\n`,
    `  return signIn(${name}Kind, credentials);\n}\n`,
  ].join("");
}

function emitField(name: string, { description, required, secret, once, default: byDefault, values }: Field): string {
  const given = values.length === 0 ? "string" : values.map(printFlat).join(" | ");
  const type = secret && values.length === 0 ? "Secret" : given;
  const facts = [
    description,
    ...(byDefault === undefined ? [] : [`Default: ${printFlat(byDefault)}.`]),
    ...(once ? ["It works a single time: give a function to have the session renewed."] : []),
  ];
  const doc = docComment(commentLines(facts.filter((fact) => fact !== "").join(" ")), 2);
  return `${doc}  ${key(name)}${required ? `: ${type}` : `?: ${type} | undefined`};\n`;
}

/** What other kinds know and this one does not: given all the same, it is an error in the user's program. */
function foreignFields({ kinds }: Model, kind: Kind): string[] {
  const all = new Set(kinds.flatMap(({ fields }) => [...fields.keys()]));
  return [...all].filter((name) => !kind.fields.has(name)).toSorted();
}

function emitSessionCredentials({ kinds }: Model): string {
  const all = [...new Set(kinds.flatMap(({ fields }) => [...fields.keys()]))].toSorted();
  return [
    "/** A session that was exported, alone: it is used until it is over, and not renewed. */\n",
    "export interface SessionCredentials {\n  session: ExportedSession;\n",
    ...all.map((name) => `  ${key(name)}?: undefined;\n`),
    "}\n",
  ].join("");
}
