import { kindsOf } from "../mock/credentials.ts";
import { literal } from "../mock/literal.ts";
import type { Mock } from "@vendor-sdks/mock-server";
import type { OperationCase, Vendor } from "../mock/vendor.ts";
import { callMethod, createClient } from "./client.ts";
import { observe, type Observed } from "./observe.ts";
import { sessionOperations } from "./operations.ts";
import { sensitiveNames } from "./sensitive.ts";
import { planSignIn, showCredentials, type SignInPlan } from "./sign-in.ts";

export interface Toured {
  readonly vendor: Vendor;
  readonly mock: Pick<Mock, "baseUrl" | "violations">;
}

/** One thing that the tour did with a client. */
export interface Step {
  /** As written in a program: `sessions.listSessions()` */
  readonly call: string;
  readonly note?: string;
  readonly requests: readonly Observed[];
}

export interface Walk {
  readonly steps: readonly Step[];
  /** Names of fields that may not be shown. */
  readonly sensitive: ReadonlySet<string>;
  /** Why the walk ended early. */
  readonly problem?: string;
}

/** Signs in, goes through the session operations, and signs out; ends at the first thing that goes wrong. */
export async function walk({ vendor, mock }: Toured): Promise<Walk> {
  const plan = planSignIn(vendor);
  const observer = observe(mock);
  const steps: Step[] = [];
  const sensitive = sensitiveNames(vendor.document, kindsOf(vendor.document));
  let call = `new ${vendor.client}()`;
  const step = async (name: string, note: string | undefined, act: () => Promise<unknown>): Promise<void> => {
    call = name;
    try {
      await act();
    } finally {
      steps.push({ call, ...(note === undefined ? {} : { note }), requests: observer.take() });
    }
    // A failed logout is no error to a client's user; here it is one.
    for (const { method, target, status, violation } of steps.at(-1)?.requests ?? []) {
      if (violation !== undefined) throw new Error(`the mock refuses ${method} ${target}: ${violation}`);
      if (status >= 400) throw new Error(`${method} ${target} answered ${status}`);
    }
  };

  try {
    const client = await createClient(vendor, {
      baseUrl: mock.baseUrl,
      middleware: [observer.middleware],
      fetch: observer.fetch,
      ...(plan && { credentials: plan.credentials }),
    });
    await step("signIn()", signInNote(plan), () => client.signIn());
    for (const operation of sessionOperations(vendor, plan?.kind)) {
      await step(callText(operation), undefined, () => callMethod(client, operation));
    }
    await step("close()", closeNote(plan), () => client.close());
    return { steps, sensitive };
  } catch (error) {
    return { steps, sensitive, problem: `${call}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The call as written in a program; a body is left to a variable. */
function callText({ group, operationId, arguments: { required } }: OperationCase): string {
  const { body, ...others } = required;
  const plain = literal(others).slice(1, -1).trim();
  const args = [...(plain === "" ? [] : [plain]), ...(body === undefined ? [] : ["body"])].join(", ");
  return `${group}.${operationId}(${args === "" ? "" : `{ ${args} }`})`;
}

function signInNote(plan: SignInPlan | undefined): string {
  if (plan === undefined) return "needs no credentials";
  const { name, login } = plan.kind;
  return `by ${name}: ${showCredentials(plan)}${login === undefined ? ", which goes with every call" : ""}`;
}

function closeNote(plan: SignInPlan | undefined): string | undefined {
  const kind = plan?.kind;
  if (kind?.login === undefined) return "ends nothing: what was given is not the client's to end";
  return kind.logout !== undefined && "none" in kind.logout ? `ends nothing: ${kind.logout.none}` : "ends the session";
}
