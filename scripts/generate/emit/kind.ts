import { isObject, type JsonObject, objectAt, own, textAt } from "../load/json.ts";
import type { Kind, Model, Operation, Scheme } from "../model/model.ts";
import { quote } from "../types/escape.ts";
import { print, printFlat, Raw } from "./code.ts";
import { Compiler } from "./expression.ts";

/** A kind's constant as the runtime takes it. `helpers` takes up what is to be imported of the runtime for it. */
export function kindConstant({ name, plan }: Kind, model: Model, helpers: Set<string>): object {
  const fields = Object.entries(objectAt(plan, "fields")).map(([field, says]) => [field, fieldFacts(says, helpers)]);
  const login = own(plan, "login");
  const needed = Object.entries(objectAt(plan, "fields")).filter(([, says]) => own(says, "optional") !== true);
  const compiler = new Compiler(helpers, new Set(needed.map(([field]) => `$field.${field}`)));
  const puts = authorize(own(plan, "authorize"), model, compiler);
  const token = {
    name,
    fields: Object.fromEntries(fields) as object,
    authorize: compiler.arrow([isObject(login) ? "session" : "field"], puts ?? {}),
    expired: model.expired && new Raw("isExpired"),
  };
  if (isObject(login)) return { ...token, ...sessionParts(plan, login, model, helpers) };
  helpers.add("takeFields");
  return { ...token, begin: new Raw("takeFields") };
}

function fieldFacts(says: unknown, helpers: Set<string>): object {
  const isOnce = own(says, "once") === true;
  if (isOnce) helpers.add("once");
  return {
    optional: own(says, "optional") === true ? true : undefined,
    secret: own(says, "secret") === false ? false : undefined,
    once: isOnce ? new Raw("once") : undefined,
    default: own(says, "default"),
    const: own(says, "const"),
  };
}

function sessionParts(plan: JsonObject, login: JsonObject, model: Model, helpers: Set<string>): object {
  const logout = own(plan, "logout");
  const ends = isObject(logout) && textAt(logout, "operationId") !== undefined;
  const leaving = new Compiler(helpers);
  helpers.add("logIn");
  if (ends) helpers.add("logOut");
  return {
    begin: new Raw("logIn"),
    login: loginFunction(plan, login, model, helpers),
    end: ends ? new Raw("logOut") : undefined,
    logout: ends ? leaving.arrow(["session"], new Raw(printFlat(step(logout, model, leaving)))) : undefined,
  };
}

/** The steps of a sign-in, one after the other. What answers a second factor is asked for only when it is needed. */
function loginFunction(plan: JsonObject, login: JsonObject, model: Model, helpers: Set<string>): Raw {
  const compiler = new Compiler(helpers);
  const says = own(plan, "challenge");
  const factor = isObject(says) ? textAt(says, "ask") : undefined;
  const taken = loginStep(login, model, compiler);
  const session = keptValues(plan, compiler);
  const lifetime = lifetimeArgument(plan, compiler);
  const challenge = isObject(says) ? challengeLines(says, model, compiler) : [];
  const fields = Object.keys(objectAt(plan, "fields")).filter((field) => field !== factor);
  const named = compiler.uses("session");
  const lines = [
    fields.length === 0
      ? ""
      : `${compiler.uses("field") ? "const field = " : ""}await ask(${fields.map(quote).join(", ")});`,
    callLine(`${compiler.uses("answer") ? "const answer = " : ""}await step`, ["the login", ...taken], 4),
    named ? `const session = ${print(session, 4, 20)};` : "",
    callLine("keep", [named ? new Raw("session") : session, ...lifetime], 4),
    ...challenge,
  ].filter((line) => line !== "");
  const parameters = ["ask", "step", "keep", ...(challenge.length === 0 ? [] : ["way"])];
  return new Raw(`async ({ ${parameters.join(", ")} }) => {\n${lines.map((line) => `    ${line}\n`).join("")}  }`);
}

function keptValues(plan: JsonObject, compiler: Compiler): object {
  const kept = Object.entries(objectAt(plan, "keep")).map(([name, places]) => {
    const values = [places].flat().map((place) => compiler.text(String(place)));
    return [name, new Raw(compiler.call("firstText", values))];
  });
  return Object.fromEntries(kept) as object;
}

/** After how many milliseconds the session is over: from the login on, and without use. */
function lifetimeArgument(plan: JsonObject, compiler: Compiler): Raw[] {
  const says = own(plan, "lifetime");
  const span = (value: unknown): string =>
    typeof value === "number"
      ? (value * 1000).toLocaleString("en-US").replaceAll(",", "_")
      : compiler.call("seconds", [compiler.text(String(value))]);
  const [fixed, idle, end] = ["fixed", "idle", "until"].map((name) => own(says, name));
  const ends = end === undefined ? [] : [compiler.call("until", [compiler.text(String(end)), "answer"])];
  if (fixed !== undefined) ends.push(span(fixed));
  const spans = [
    ...(ends.length === 0 ? [] : [`fixed: ${ends.join(" ?? ")}`]),
    ...(idle === undefined ? [] : [`idle: ${span(idle)}`]),
  ];
  return spans.length === 0 ? [] : [new Raw(compiler.call("lifetime", [`{ ${spans.join(", ")} }`]))];
}

function valueText(value: unknown, compiler: Compiler): string {
  return typeof value === "string" ? compiler.text(value) : String(value);
}

function challengeLines(says: JsonObject, model: Model, compiler: Compiler): string[] {
  const conditions = Object.entries(objectAt(says, "when")).map(([expression, value]) => {
    const found = compiler.text(expression);
    // To the compiler what is in a body holds names, and is no text or number itself.
    return value === null ? `(${found} ?? null) === null` : `(${found} as unknown) === ${literal(value)}`;
  });
  const field = textAt(says, "ask") ?? "";
  const named = `the second factor (${field})`;
  return [
    `if (${conditions.join(" && ")}) {`,
    `  await ${compiler.call("secondFactor", ["way", "ask", quote(field)])};`,
    `  ${callLine("await step", [named, ...step(says, model, compiler)], 6)}`,
    "}",
  ];
}

function literal(value: unknown): string {
  return typeof value === "string" ? quote(value) : String(value);
}

/** A call as a statement, each argument on a line of its own where they do not fit on one. */
function callLine(head: string, values: readonly unknown[], indent: number): string {
  const flat = `${head}(${values.map(printFlat).join(", ")});`;
  if (flat.length + indent <= 120) return flat;
  const margin = " ".repeat(indent + 2);
  const lines = values.map((value) => `${margin}${print(value, indent + 2)},\n`).join("");
  return `${head}(\n${lines}${" ".repeat(indent)});`;
}

/** The login: an operation's step, or a form to a token endpoint. */
function loginStep(says: JsonObject, model: Model, compiler: Compiler): unknown[] {
  const url = textAt(says, "tokenUrl");
  if (url === undefined) return step(says, model, compiler);
  const client = own(says, "basic");
  return [
    new Raw(compiler.call("tokenRequest", [quote(url)])),
    { body: compiler.value(own(says, "body")) },
    ...(client === undefined ? [] : [{ basic: new Raw(put({ type: "basic" }, client, compiler)) }]),
  ];
}

/** A step's operation by its constant, its parameters by argument name, and its own credentials. */
function step(says: JsonObject, model: Model, compiler: Compiler): unknown[] {
  const id = textAt(says, "operationId");
  const operation = model.groups.flatMap((group) => group.operations).find((each) => each.specId === id);
  const args = {
    ...byArgument(objectAt(says, "parameters"), operation),
    ...(own(says, "body") === undefined ? {} : { body: own(says, "body") }),
  };
  const puts = authorize(own(says, "authorize"), model, compiler);
  const parts = [
    new Raw(operation?.constant ?? ""),
    Object.keys(args).length === 0 ? undefined : compiler.value(args),
    puts,
  ];
  return parts.slice(0, parts.findLastIndex((part) => part !== undefined) + 1);
}

function byArgument(parameters: JsonObject, operation: Operation | undefined): object {
  const argument = (name: string): string => operation?.parameters.find((each) => each.name === name)?.argument ?? name;
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [argument(name), value]));
}

/** For each scheme the function that puts its credential on a request. */
function authorize(says: unknown, { schemes }: Model, compiler: Compiler): object | undefined {
  if (!isObject(says)) return undefined;
  const puts = Object.entries(says).flatMap(([name, value]) => {
    const scheme = schemes.get(name);
    return scheme === undefined ? [] : [[name, new Raw(put(scheme, value, compiler))]];
  });
  return Object.fromEntries(puts) as object;
}

function put(scheme: Scheme, value: unknown, compiler: Compiler): string {
  if (scheme.type === "apiKey") {
    const helper = { header: "inHeader", query: "inQuery", cookie: "inCookie" }[scheme.in];
    return compiler.call(helper, [quote(scheme.name), valueText(value, compiler)]);
  }
  if (scheme.type === "bearer") return compiler.call("bearer", [valueText(value, compiler)]);
  const parts = ["username", "password"].map((part) => valueText(own(value, part) ?? "", compiler));
  return compiler.call("basic", parts);
}
