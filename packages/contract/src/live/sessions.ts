import { listOf, objectOf, textOf } from "../openapi/json.ts";
import type { Plan } from "../openapi/plans.ts";
import type { Spec, SpecOperation } from "../openapi/spec.ts";
import { operationNode } from "./answer-node.ts";
import type { Exchange } from "./exchange.ts";
import type { Complaint } from "./judging.ts";
import { child, descend, rootNode, type SpecNode } from "./spec-node.ts";

/** A session that no appliance knows, as the runtime takes one; undefined for credentials without sessions. */
export function staleSession(service: string, baseUrl: string, { name, login, keep }: Plan): object | undefined {
  if (login === undefined) return undefined;
  const values = Object.keys(keep).map((each) => [each, "00000000-0000-4000-8000-000000000000"] as const);
  return { service, origin: new URL(baseUrl).origin, kind: name, values: Object.fromEntries(values) };
}

/** What needs credentials must not work without. */
export function judgeAnonymous(operation: SpecOperation, { status }: Exchange): Complaint[] {
  if (status >= 300) return [];
  const { pointer } = securityNode(operation);
  return [{ kind: "security-not-enforced", pointer, at: [], message: `without credentials it is answered ${status}` }];
}

/** Clients sign in anew on the 401 that says so. */
export function judgeStale(spec: Spec, operation: SpecOperation, { status, headers }: Exchange): Complaint[] {
  const complain = ({ pointer }: SpecNode, message: string): Complaint[] => [
    { kind: "session-semantics", pointer, at: [], message },
  ];
  if (status < 300) return complain(securityNode(operation), `a session that does not exist is answered ${status}`);
  if (status !== 401) {
    const responses = descend(operationNode(operation), "responses");
    return complain(responses, `a session that does not exist is answered ${status}, not 401`);
  }
  const node = child(child(rootNode(spec.document), "x-sdk-retry"), "expired");
  const expired = objectOf(node.value);
  const name = textOf(expired["header"]);
  const text = name === undefined ? null : headers.get(name);
  if (text === null || listOf(expired["contains"]).some((each) => text.includes(String(each)))) return [];
  return complain(node, `${name ?? ""} has none of the texts that say that a session is over`);
}

/** What the operation demands, by itself or by what holds for all. */
function securityNode(operation: SpecOperation): SpecNode {
  const own = child(operationNode(operation), "security");
  return own.value === undefined ? child(rootNode(operation.document), "security") : own;
}
