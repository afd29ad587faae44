import { createSchemaChecker } from "@vendor-sdks/mock-server";
import type { ClientOptions, Fetch } from "@vendor-sdks/runtime";
import type { Cases } from "../cases.ts";
import { objectOf } from "../openapi/json.ts";
import { plansOf } from "../openapi/plans.ts";
import type { Spec } from "../openapi/spec.ts";
import type { AnyClient } from "../suite/suite.ts";
import { callAll } from "./call-all.ts";
import { chooseOperations, type Permissions } from "./choose.ts";
import { findingsOf, type SpecPlace } from "./findings.ts";
import { judgingBy } from "./judging.ts";
import { learnFields, planOf } from "./plan-of.ts";
import { startPrismJudge } from "./prism.ts";
import type { DriftReport } from "./report.ts";
import { createRun } from "./run.ts";
import { createSecrets, credentialNames } from "./secrets.ts";
import { learnExchange, recordingOf } from "./show.ts";
import { watch } from "./watch.ts";

export interface ApplianceOptions extends Partial<Permissions> {
  readonly spec: Spec;
  readonly cases: Cases;
  /** Makes the package's client. */
  readonly client: (options: LiveClientOptions) => AnyClient;
  /** The appliance's base URL; with the spec's base path where it has no path of its own. */
  readonly target: string | URL;
  readonly credentials?: object | undefined;
  /** What sends: `nodeFetch` with the appliance's certificate, for one. */
  readonly fetch?: Fetch | undefined;
  /** Where in its file the spec has a value. */
  readonly place: (pointer: string) => SpecPlace;
}

export interface LiveClientOptions extends ClientOptions {
  readonly baseUrl: string;
  readonly credentials?: object | undefined;
}

/** Calls an appliance's operations through the package's client, and tells everything that its spec does not say. */
export async function checkAppliance(options: ApplianceOptions): Promise<DriftReport> {
  const { spec, cases, credentials, allowWrites = false, drastic = [], fetch: send = fetch, place } = options;
  const plans = plansOf(spec, cases.credentials);
  const baseUrl = baseUrlOf(spec, options.target);
  const showing = { secrets: createSecrets(), credentialNames: credentialNames(spec) };
  learnFields(showing.secrets, objectOf(spec.document["x-sdk-credentials"]), credentials);
  const chosen = chooseOperations(spec, cases.operations, plans, { allowWrites, drastic });
  await using prism = await startPrismJudge(spec.document);
  const seen = watch(spec, baseUrl, prism, send);
  const run = createRun(seen, judgingBy(createSchemaChecker(spec.document)));
  const makeClient = (given: object | undefined): AnyClient =>
    options.client({ baseUrl, credentials: given, fetch: seen.fetch, retry: { limit: 0 } });
  const plan = planOf(plans, credentials);
  const isIn = await callAll({ run, spec, service: cases.service, chosen, plan, credentials, makeClient });
  // With no answer at all there is nothing to report on.
  if (seen.exchanges.length === 0 && run.failures.length > 0) throw run.failures[0];
  for (const exchange of seen.exchanges) learnExchange(showing, spec, exchange);
  const findings = findingsOf(showing, run.found, place);
  return {
    service: cases.service,
    target: baseUrl,
    shutOut: isIn ? undefined : showing.secrets.redact(String(run.failures[0])),
    drifts: findings.filter(({ drift }) => drift).length,
    findings,
    calls: run.calls.map((call) => ({ ...call, note: call.note && showing.secrets.redact(call.note) })),
    skipped: [
      ...chosen.flatMap(({ operation, skipped }) =>
        skipped === undefined ? [] : [{ operation: operation.id, reason: skipped }],
      ),
      ...run.skipped,
    ],
    recordings: seen.exchanges.map((exchange) => recordingOf(showing, exchange)),
  };
}

function baseUrlOf(spec: Spec, target: string | URL): string {
  const url = new URL(target);
  const path = url.pathname === "/" ? spec.server.pathname : url.pathname;
  return (url.origin + path).replace(/\/$/, "");
}
