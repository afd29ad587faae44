import { objectOf } from "../openapi/json.ts";
import type { Arguments } from "../openapi/encode.ts";
import type { Plan } from "../openapi/plans.ts";
import type { Spec } from "../openapi/spec.ts";
import { callOperation, type AnyClient } from "../suite/suite.ts";
import { withIds } from "./arguments.ts";
import { isSafe, type Choice } from "./choose.ts";
import { jsonOf } from "./exchange.ts";
import { judgePages } from "./pages.ts";
import type { Purpose } from "./report.ts";
import { createThings, rowsOf } from "./rows.ts";
import type { Run } from "./run.ts";
import { judgeAnonymous, judgeStale, staleSession } from "./sessions.ts";
import type { Watched } from "./watch.ts";

export interface Visit {
  readonly run: Run;
  readonly spec: Spec;
  readonly service: string;
  readonly chosen: readonly Choice[];
  /** The kind of the credentials. */
  readonly plan: Plan | undefined;
  readonly credentials: object | undefined;
  readonly makeClient: (credentials: object | undefined) => AnyClient;
}

/** Signs in, calls what was chosen one after the other, and signs out; whether it was let in. */
export async function callAll(visit: Visit): Promise<boolean> {
  const { run, chosen, credentials, makeClient } = visit;
  const client = makeClient(credentials);
  const listed = createThings();
  // What is changed or ended is what was made here, or what the spec's example names: never something that was found.
  const made = createThings();
  const isIn = await run.succeeds(() => client.signIn());
  for (const choice of chosen) {
    const { operation, called, skipped } = choice;
    if (skipped !== undefined) continue;
    const isSecured = operation.security.length > 0 && !operation.open;
    if (isSecured && (credentials === undefined || !isIn)) {
      run.skip(operation, credentials === undefined ? "there are no credentials" : "signing in failed");
      continue;
    }
    const { required } = called.arguments;
    const found = withIds(operation, required, isSafe(operation.method) ? listed : made);
    const usual = await call(visit, client, choice, "usual", found?.args ?? required);
    const body = usual !== undefined && usual.status < 300 ? jsonOf(usual.body) : undefined;
    if (operation.method === "POST") made.add(operation.path, [objectOf(body)]);
    if (!isSafe(operation.method)) continue;
    listed.add(operation.path, rowsOf(operation, body));
    if (found !== undefined && usual !== undefined) run.complain(usual, operation, found.judge(run.judging));
    await probe(visit, client, choice, found?.args, body);
    if (isSecured) await probeSessions(visit, choice, found?.args ?? required);
  }
  await run.succeeds(() => client.close());
  return isIn;
}

async function call(
  { run }: Visit,
  client: AnyClient,
  { operation, called }: Choice,
  purpose: Purpose,
  args: Arguments,
): Promise<Watched | undefined> {
  return await run.observe(operation, purpose, () => callOperation(client, called, args).result());
}

/** Other ways to ask for the same, which harm as little. */
async function probe(
  visit: Visit,
  client: AnyClient,
  choice: Choice,
  real: Arguments | undefined,
  whole: unknown,
): Promise<void> {
  const { operation, called } = choice;
  const { required } = called.arguments;
  if (real !== undefined) await call(visit, client, choice, "unknown", required);
  const ask = (more: Arguments): Promise<Watched | undefined> =>
    call(visit, client, choice, "pages", { ...(real ?? required), ...more });
  for (const { exchange, complaint } of await judgePages(operation, { whole, ask }))
    visit.run.complain(exchange, operation, [complaint]);
}

async function probeSessions(visit: Visit, choice: Choice, args: Arguments): Promise<void> {
  const { run, plan, spec, service, makeClient } = visit;
  const { operation } = choice;
  const anonymous = await call(visit, makeClient(undefined), choice, "anonymous", args);
  if (anonymous !== undefined) run.complain(anonymous, operation, judgeAnonymous(operation, anonymous));
  const client = makeClient(undefined);
  const session = plan && staleSession(service, client.baseUrl, plan);
  if (session === undefined) return;
  const stale = await call(visit, makeClient({ session }), choice, "stale", args);
  if (stale !== undefined) run.complain(stale, operation, judgeStale(spec, operation, stale));
}
