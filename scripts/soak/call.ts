import { SdkError, type Call, type CallOptions } from "@vendor-sdks/runtime";
import type { OperationCase } from "../../packages/contract/src/cases.ts";
import { callOperation, type AnyClient } from "../../packages/contract/src/suite/suite.ts";
import type { Ledger } from "./ledger.ts";
import { chanceOf, pick } from "./random.ts";
import { CALL } from "./site.ts";

/** How a caller takes an answer, by weight. */
const USES = { awaited: 60, "as a result": 20, "with its response": 10, "as a response": 10 } as const;
/** Of a thousand calls so many are aborted. */
const ABORTED = 20;
const LATEST_ABORT = 20;

export interface Soaker {
  readonly client: AnyClient;
  readonly ledger: Ledger;
  readonly seed: number;
  /** What came of the calls, by the names of their errors. */
  readonly outcomes: Map<string, number>;
}

/** Makes one call and waits until it has settled; what it does depends on the seed and its number alone. */
export async function soakCall(soaker: Soaker, operation: OperationCase, id: number): Promise<void> {
  const { client, ledger, seed, outcomes } = soaker;
  const chance = (of: number): number => chanceOf(seed, id, 1_000_000 + of);
  const controller = new AbortController();
  const options: CallOptions = { headers: { [CALL]: String(id) }, signal: controller.signal };
  const timer = chance(0) * 1000 < ABORTED ? setTimeout(() => controller.abort(), chance(1) * LATEST_ABORT) : undefined;
  const count = (outcome: string): void => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const call = callOperation(client, operation, operation.arguments.required, options);
  const settled = used(call, pick(USES, chance(2)), ledger, id).then(
    (outcome) => {
      ledger.settle(id);
      count(outcome);
    },
    (error: unknown) => {
      ledger.settle(id);
      if (!(error instanceof SdkError)) ledger.note(id, `failed with no error of ours: ${String(error)}`);
      count(error instanceof Error ? error.name : typeof error);
    },
  );
  await settled;
  clearTimeout(timer);
}

async function used(
  call: Call<unknown, { readonly ok: boolean }>,
  use: keyof typeof USES,
  ledger: Ledger,
  id: number,
): Promise<string> {
  if (use === "as a result") return (await call.result()).ok ? "success" : "failure as a result";
  if (use === "with its response") return (await call.withResponse()).response.ok ? "success" : "failure";
  if (use === "as a response") {
    const response = await call.asResponse();
    // From here on the connection is the caller's: it may break.
    await response.body?.cancel().catch((error: unknown) => {
      if (!(error instanceof Error)) ledger.note(id, `broke without an error: ${String(error)}`);
    });
    return response.ok ? "success" : "failure as a response";
  }
  await call;
  return "success";
}
