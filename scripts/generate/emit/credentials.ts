import { isObject, type JsonObject, objectAt, own, textAt } from "../load/json.ts";
import type { Field, Kind, Model, Operation } from "../model/model.ts";
import { kebabCase } from "../model/names.ts";
import { commentLines, docComment, quote } from "../types/escape.ts";
import { constant, importLine, key, printFlat, Raw, union } from "./code.ts";

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
  const runtime = ["type Environment", "fromEnvironment", "type Kind", "type SignIn", "signIn"];
  if (sessions) runtime.push("type ExportedSession");
  if (secrets) runtime.push("type Secret");
  const names = model.kinds.map(({ typeName }) => `${typeName}Credentials`);
  if (sessions) names.push("SessionCredentials");
  return [
    importLine(runtime, "@vendor-sdks/runtime"),
    ...imports,
    "\n",
    ...model.kinds.map((kind) => `${emitKind(kind, model)}\n`),
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

function emitEnvironment({ service, kinds }: Model): string {
  const [field] = [...(kinds[0]?.fields ?? [])].find(([, { required }]) => required) ?? [""];
  const variable = `${upperSnake(service)}_${upperSnake(field)}`;
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
function upperSnake(name: string): string {
  return kebabCase(name).replaceAll("-", "_").toUpperCase();
}

function emitKind(kind: Kind, model: Model): string {
  const { name, typeName, description } = kind;
  return [
    docComment(commentLines(description), 0),
    `export interface ${typeName}Credentials {\n`,
    ...[...kind.fields].map(([field, says]) => emitField(field, says)),
    own(kind.plan, "login") === undefined
      ? ""
      : "  /** A session of this kind that was exported; these credentials renew it. */\n  session?: ExportedSession | undefined;\n",
    ...foreignFields(model, kind).map((field) => `  ${key(field)}?: undefined;\n`),
    "}\n\n",
    constant(`const ${name}Kind: Kind`, plan(kind, model)),
    "\n",
    docComment(commentLines(`Signs standalone operations in. ${description}`), 0),
    `export function ${name}SignIn(credentials: ${typeName}Credentials): SignIn {\n`,
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

/** The plan as the runtime reads it: operations by their constants, parameters by argument name. */
function plan({ name, plan: spec }: Kind, model: Model): object {
  const logout = own(spec, "logout");
  return {
    name,
    fields: Object.fromEntries(
      Object.entries(objectAt(spec, "fields")).map(([field, says]) => [field, fieldFacts(says)]),
    ),
    login: step(own(spec, "login"), model),
    challenge: step(own(spec, "challenge"), model),
    keep: own(spec, "keep"),
    lifetime: own(spec, "lifetime"),
    authorize: own(spec, "authorize"),
    logout: textAt(logout, "operationId") === undefined ? undefined : step(logout, model),
  };
}

function fieldFacts(says: unknown): object {
  return {
    optional: own(says, "optional") === true ? true : undefined,
    secret: own(says, "secret") === false ? false : undefined,
    once: own(says, "once") === true ? true : undefined,
    default: own(says, "default"),
    const: own(says, "const"),
  };
}

function step(says: unknown, { groups }: Model): object | undefined {
  if (!isObject(says)) return undefined;
  const id = textAt(says, "operationId");
  const operation = groups.flatMap((group) => group.operations).find((each) => each.specId === id);
  const parameters = objectAt(says, "parameters");
  return {
    when: own(says, "when"),
    ask: own(says, "ask"),
    operation: new Raw(operation?.constant ?? ""),
    parameters: Object.keys(parameters).length === 0 ? undefined : byArgument(parameters, operation),
    body: own(says, "body"),
    authorize: own(says, "authorize"),
  };
}

function byArgument(parameters: JsonObject, operation: Operation | undefined): object {
  const argument = (name: string): string => operation?.parameters.find((each) => each.name === name)?.argument ?? name;
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [argument(name), value]));
}
