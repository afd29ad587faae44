import { isObject, type JsonObject, objectAt, own, textAt } from "../load/json.ts";
import type { Kind, Model, Operation, Scheme } from "../model/model.ts";
import { quote } from "../types/escape.ts";
import { Raw } from "./code.ts";
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
  const named = (helper: string): Raw => {
    helpers.add(helper);
    return new Raw(helper);
  };
  const logout = own(plan, "logout");
  const ends = isObject(logout) && textAt(logout, "operationId") !== undefined;
  const entering = new Compiler(helpers);
  const leaving = new Compiler(helpers);
  return {
    begin: named("logIn"),
    login: entering.arrow(["field"], loginStep(login, model, entering, named)),
    keep: keep(plan, new Compiler(helpers)),
    lifetime: lifetime(plan, new Compiler(helpers)),
    challenge: challenge(own(plan, "challenge"), model, helpers, named),
    end: ends ? named("logOut") : undefined,
    logout: ends ? leaving.arrow(["session"], step(logout, model, leaving)) : undefined,
  };
}

function keep(plan: JsonObject, compiler: Compiler): object {
  const kept = Object.entries(objectAt(plan, "keep")).map(([name, places]) => {
    const values = [places].flat().map((place) => compiler.text(String(place)));
    return [name, new Raw(compiler.call("firstText", values))];
  });
  return compiler.arrow(["answer", "field"], Object.fromEntries(kept));
}

function lifetime(plan: JsonObject, compiler: Compiler): object | undefined {
  const says = own(plan, "lifetime");
  if (!isObject(says)) return undefined;
  const parts = Object.entries(says).map(([name, value]) => `${name}: ${valueText(value, compiler)}`);
  const call = compiler.call("lasting", [`{ ${parts.join(", ")} }`, "answer", "now"]);
  return compiler.always("answer").arrow(["answer", "now"], new Raw(call));
}

function valueText(value: unknown, compiler: Compiler): string {
  return typeof value === "string" ? compiler.text(value) : String(value);
}

function challenge(
  says: unknown,
  model: Model,
  helpers: Set<string>,
  named: (helper: string) => Raw,
): object | undefined {
  if (!isObject(says)) return undefined;
  const [asked, answering] = [new Compiler(helpers), new Compiler(helpers)];
  const conditions = Object.entries(objectAt(says, "when")).map(([expression, value]) => {
    const found = asked.text(expression);
    // To the compiler what is in a body holds names, and is no text or number itself.
    return value === null ? `(${found} ?? null) === null` : `(${found} as unknown) === ${literal(value)}`;
  });
  return {
    answer: named("answerChallenge"),
    ask: own(says, "ask"),
    isAsked: asked.arrow(["answer"], new Raw(conditions.join(" && "))),
    step: answering.arrow(["field", "session", "answer"], step(says, model, answering)),
  };
}

function literal(value: unknown): string {
  return typeof value === "string" ? quote(value) : String(value);
}

/** The login: an operation's step, or a form to a token endpoint. */
function loginStep(says: JsonObject, model: Model, compiler: Compiler, named: (helper: string) => Raw): object {
  const url = textAt(says, "tokenUrl");
  if (url === undefined) return step(says, model, compiler);
  const client = own(says, "basic");
  return {
    operation: new Raw(`${named("tokenRequest").text}(${quote(url)})`),
    args: { body: compiler.value(own(says, "body")) },
    authorize: client === undefined ? undefined : { basic: new Raw(put({ type: "basic" }, client, compiler)) },
  };
}

/** A step's operation by its constant, its parameters by argument name. */
function step(says: JsonObject, model: Model, compiler: Compiler): object {
  const id = textAt(says, "operationId");
  const operation = model.groups.flatMap((group) => group.operations).find((each) => each.specId === id);
  const args = {
    ...byArgument(objectAt(says, "parameters"), operation),
    ...(own(says, "body") === undefined ? {} : { body: own(says, "body") }),
  };
  return {
    operation: new Raw(operation?.constant ?? ""),
    args: Object.keys(args).length === 0 ? undefined : compiler.value(args),
    authorize: authorize(own(says, "authorize"), model, compiler),
  };
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
