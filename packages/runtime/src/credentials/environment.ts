import { ConfigurationError } from "../errors/configuration-error.ts";
import { fits, required } from "./choose.ts";
import type { Kind } from "./kind.ts";

/** Environment variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

// - the field `apiToken` of the service `user-directory` is USER_DIRECTORY_API_TOKEN
// - a variable that is empty counts as not set; a field that is nothing but true takes "true"
// - the variables have to fit one kind, as fields given in code have to; nothing set is an error too: whoever asks the
//   environment for credentials wants some

/** The fields of the one kind that the environment's variables fit. */
export function fromEnvironment(kinds: readonly Kind[], service: string, env: Environment = processEnv()): object {
  const variable = (field: string): string => `${upperSnake(service)}_${upperSnake(field)}`;
  const given: Record<string, string | boolean> = {};
  for (const field of new Set(kinds.flatMap(({ fields }) => Object.keys(fields)))) {
    const text = env[variable(field)];
    if (text) given[field] = isSwitch(kinds, field) ? text === "true" || text : text;
  }
  const names = Object.keys(given);
  if (names.length > 0 && kinds.some((kind) => fits(kind, names, given))) return given;
  const ways = kinds.map(({ name, fields }) => `${name}: ${waysOf(fields, variable)}`);
  const odd = names.filter((name) => kinds.every(({ fields }) => !takes(fields, name, given[name])));
  const complete = kinds.filter(({ fields }) => required(fields).every((field) => names.includes(field)));
  const problem =
    names.length === 0
      ? "The environment has no credentials"
      : odd.length > 0
        ? `What is set as ${odd.map(variable).join(", ")} is not one of its values`
        : `The variables ${names.map(variable).join(", ")} ${complete.length > 0 ? "do not go together" : "are not enough"}`;
  throw new ConfigurationError(service, `${problem}. Set those of one kind: ${ways.join("; ")}`);
}

function waysOf(fields: Kind["fields"], variable: (field: string) => string): string {
  const needed = required(fields);
  const optional = Object.keys(fields).filter((field) => !needed.includes(field));
  const shown = needed.map((field) => {
    const only = fields[field]?.const;
    return only === undefined ? variable(field) : `${variable(field)}=${String(only)}`;
  });
  const also = optional.length > 0 ? ` (and ${optional.map(variable).join(", ")} where wanted)` : "";
  return shown.join(", ") + also;
}

function takes(fields: Kind["fields"], name: string, value: unknown): boolean {
  const only = Object.hasOwn(fields, name) ? fields[name]!.const : null;
  return only === undefined || only === value;
}

function isSwitch(kinds: readonly Kind[], field: string): boolean {
  return kinds.some(({ fields }) => Object.hasOwn(fields, field) && fields[field]!.const === true);
}

function upperSnake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3_$2$4")
    .replace(/\W+/g, "_")
    .toUpperCase();
}

/** Browsers and some Workers have no process. */
function processEnv(): Environment {
  return (globalThis as { process?: { env?: Environment } }).process?.env ?? {};
}
