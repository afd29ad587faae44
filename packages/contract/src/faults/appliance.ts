import type { OperationCase } from "../cases.ts";
import { encodeRequest, type Arguments } from "../openapi/encode.ts";
import { evaluate } from "../openapi/expression.ts";
import { objectOf, withValueAt, type JsonObject } from "../openapi/json.ts";
import type { Plan, Step } from "../openapi/plans.ts";
import { operationAt, type SpecOperation } from "../openapi/spec.ts";
import type { Canaries } from "./canaries.ts";
import type { Facts } from "./facts.ts";
import { inOrder, type Action, type Behaviour, type Received, type Reply, type Script } from "./reply.ts";

/** Scripts for what the appliance shall do other than usual. */
export interface Scripts {
  /** For calls: everything but signing in and out. */
  readonly calls?: Script;
  readonly logins?: Script;
  readonly logouts?: Script;
  /** For calls that are let in: what stands in for the spec's example. */
  readonly success?: (received: Received) => Reply | undefined;
}

type Purpose = "calls" | "logins" | "logouts";

interface Session {
  readonly values: JsonObject;
  /** What requests have to carry. */
  readonly token: string;
}

/**
 * An appliance made of a spec: it signs in whoever knows the secrets, knows which sessions are alive, and answers with the
 * spec's examples. Every secret it gives is a canary.
 */
export class Appliance {
  readonly #facts: Facts;
  readonly #canaries: Pick<Canaries, "plant">;
  readonly #scripts: Scripts;
  readonly #secrets: string[] = [];
  readonly #alive = new Map<string, Session>();
  readonly #turns: Record<Purpose, number> = { calls: 0, logins: 0, logouts: 0 };
  #times = { until: new Date("2999-01-01T00:00:00Z"), date: undefined as Date | undefined };
  /** The requests of calls, without those that sign in and out. */
  readonly calls: Received[] = [];

  constructor(facts: Facts, canaries: Pick<Canaries, "plant">, scripts: Scripts = {}) {
    this.#facts = facts;
    this.#canaries = canaries;
    this.#scripts = scripts;
  }

  /** How often somebody was signed in, or tried to be. */
  get logins(): number {
    return this.#turns.logins;
  }

  get logouts(): number {
    return this.#turns.logouts;
  }

  get openSessions(): number {
    return [...this.#alive.values()].filter(({ values }) => Object.keys(values).length > 0).length;
  }

  /** Fields of a kind with secrets that this appliance lets in. */
  fieldsFor(plan: Plan): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(plan.fields)) {
      if (field.const !== undefined) fields[name] = field.const;
      else if (field.isRequired) fields[name] = plan.login === undefined ? this.issueToken() : this.#secret(name);
    }
    return fields;
  }

  /** A token that is let in from now on. */
  issueToken(): string {
    const token = this.#canaries.plant("token");
    this.#alive.set(token, { values: {}, token });
    return token;
  }

  /** A function that gives a new token at every sign-in, which counts as one. */
  tokenSource(): () => string {
    return () => {
      this.#turns.logins += 1;
      return this.issueToken();
    };
  }

  /** What a login answers from now on: when the session is over, by a clock that says that it is this date. */
  sessionsLast(times: { readonly until: Date; readonly date: Date }): void {
    this.#times = times;
  }

  /** Every session is over, and every token void. */
  endAll(): void {
    this.#alive.clear();
  }

  async answer(received: Received, base: string): Promise<Reply | Action> {
    const { method, target } = received;
    const [path = ""] = target.split("?");
    const operation = path.startsWith(base)
      ? operationAt(this.#facts.spec, method, path.slice(base.length))
      : undefined;
    const purpose = this.#purposeOf(received, operation, path.slice(base.length));
    if (purpose === "calls") this.calls.push(received);
    const script = this.#scripts[purpose] ?? inOrder();
    const own: Behaviour = await script(received, this.#turns[purpose]++);
    if (own !== undefined) return own;
    if (operation === undefined) return { status: 404, json: {} };
    if (purpose === "logins") return this.#begin();
    return this.#usual(operation, received, purpose === "logouts");
  }

  #purposeOf(received: Received, operation: SpecOperation | undefined, path: string): Purpose {
    const { login } = this.#facts;
    if (operation === undefined || login === undefined) return "calls";
    if (operation.id === login.login?.operationId && this.#secrets.some((each) => carries(received, each)))
      return "logins";
    if (login.logout === undefined || operation.id !== login.logout.operationId) return "calls";
    const { logout } = login;
    const sessions = [...this.#alive.values()].filter(({ token }) => carries(received, token));
    return sessions.some(({ values }) => this.#pathOf(operation, logout, values) === path) ? "logouts" : "calls";
  }

  #pathOf(operation: SpecOperation, { parameters }: Step, session: JsonObject): string {
    return encodeRequest(operation, evaluate(parameters, { session }) as Arguments).path;
  }

  /** The example of a login's answer with canaries in the places of what is kept. */
  #begin(): Reply {
    const { login: plan } = this.#facts;
    if (plan?.login === undefined) return { status: 404, json: {} };
    const { code, example } = this.#loginExample(plan, plan.login);
    let json = example;
    const headers: Record<string, string> = {};
    const secrets: string[] = [];
    for (const [name, [place]] of Object.entries(plan.keep)) {
      const secret = this.#canaries.plant(name);
      secrets.push(secret);
      const [, root, rest = ""] = /.*\$response\.(body#|header\.)([^}]*)\}?$/.exec(String(place)) ?? [];
      if (root === "body#") json = withValueAt(json, rest, secret);
      else if (root === "header.") headers[rest] = secret;
    }
    const until = /^\$response\.body#(.*)$/.exec(String(plan.until))?.[1];
    if (until !== undefined) json = withValueAt(json, until, this.#times.until.toISOString());
    if (this.#times.date !== undefined) headers["date"] = this.#times.date.toUTCString();
    const values = this.#kept(plan, json, headers);
    const token = tokenOf(plan, values, secrets);
    this.#alive.set(token, { values, token });
    return { status: code, headers, json };
  }

  #kept(plan: Plan, body: unknown, headers: Record<string, string>): JsonObject {
    const scope = { answer: { headers: new Headers(headers), body } };
    const found = Object.entries(plan.keep).map(([name, places]) => {
      return [name, places.map((place) => evaluate(place, scope)).find((each) => typeof each === "string")] as const;
    });
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  }

  #loginExample(plan: Plan, { operationId }: Step): { readonly code: number; readonly example: unknown } {
    const operation = this.#facts.cases.operations.find((each) => each.operationId === operationId);
    const all = (operation?.answers ?? [])
      .filter(({ code }) => code < 300)
      .flatMap(({ code, examples }) => examples.map(({ value }) => ({ code, example: value })));
    const found = all.find(({ example }) => !wantsMore(plan, example));
    if (found === undefined) throw new Error(`No example of ${operationId} lets in without a second factor`);
    return found;
  }

  #usual(operation: SpecOperation, received: Received, ends: boolean): Reply {
    const session = [...this.#alive.values()].find(({ token }) => carries(received, token));
    if (operation.security.length > 0 && session === undefined) return refusalOf(this.#facts, operation);
    if (ends && session !== undefined) this.#alive.delete(session.token);
    return this.#scripts.success?.(received) ?? successOf(this.#facts, operation);
  }

  #secret(name: string): string {
    const secret = this.#canaries.plant(name);
    this.#secrets.push(secret);
    return secret;
  }
}

/** The secret in what a session feeds to requests. */
function tokenOf(plan: Plan, session: JsonObject, secrets: readonly string[]): string {
  const [fed] = Object.values(plan.authorize).map((each) => evaluate(each, { session }));
  const token = secrets.find((each) => String(fed).includes(each));
  if (token === undefined) throw new Error(`A session of the kind ${plan.name} feeds nothing to requests`);
  return token;
}

function carries({ target, headers, body }: Received, secret: string): boolean {
  const basic = /^Basic (.*)$/.exec(headers["authorization"] ?? "")?.[1] ?? "";
  const sent = [target, body, ...Object.values(headers), Buffer.from(basic, "base64").toString("utf8")];
  return sent.some((each) => each.includes(secret));
}

function wantsMore({ challenge }: Plan, body: unknown): boolean {
  if (challenge === undefined) return false;
  const scope = { answer: { headers: new Headers(), body } };
  return Object.entries(challenge.when).every(([expression, value]) => evaluate(expression, scope) === value);
}

/** The usual success, by the spec's own example. */
export function successOf(facts: Facts, { id }: Pick<SpecOperation, "id">): Reply {
  const operation = caseOf(facts, id);
  const answer = operation.answers.find(({ code }) => code < 300);
  if (answer === undefined || answer.mediaType === null) return { status: answer?.code ?? 204 };
  const [example] = answer.examples;
  return { status: answer.code, json: example?.value ?? {}, headers: { "content-type": answer.mediaType } };
}

/** A 401 as the spec has it. */
export function refusalOf(facts: Facts, { id }: Pick<SpecOperation, "id">): Reply {
  const answers = caseOf(facts, id).answers.filter(({ mediaType }) => mediaType === "application/json");
  const declared = answers.find(({ status }) => status === "401") ?? answers.find(({ status }) => status === "default");
  const headers = facts.expired === undefined ? {} : { [facts.expired.header]: facts.expired.contains[0] ?? "" };
  return { status: 401, headers, json: objectOf(declared?.examples[0]?.value) };
}

function caseOf({ cases }: Facts, operationId: string): OperationCase {
  const found = cases.operations.find((each) => each.operationId === operationId);
  if (found === undefined) throw new Error(`There is no case of ${operationId}: the cases are out of date`);
  return found;
}
