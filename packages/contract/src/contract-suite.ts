import { rmSync } from "node:fs";
import { startMock, type Mock } from "@vendor-sdks/mock-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCases } from "./cases.ts";
import { createCoverage, writeReport } from "./coverage.ts";
import { readEvidence } from "./evidence/index.ts";
import { filesOf } from "./files.ts";
import { plansOf } from "./openapi/plans.ts";
import { readSpec } from "./openapi/spec.ts";
import { createViolator } from "./openapi/violation.ts";
import { describeAnswers } from "./suite/answers.ts";
import { describePages } from "./suite/pages.ts";
import { describePlanted } from "./suite/planted.ts";
import { describeRequests } from "./suite/requests.ts";
import { describeSignIn } from "./suite/sign-in.ts";
import type { AnyClient, AnyGuard, Suite } from "./suite/suite.ts";

export interface ContractSuiteOptions {
  /** The package's folder, with a slash at the end. */
  readonly folder: URL;
  /** The package's client class. */
  readonly client: new (options: never) => AnyClient;
  /** The package's guard for its errors. */
  readonly isApiError: AnyGuard;
}

/**
 * Holds a package's client against a mock of its spec and against the evidence: every operation with every status and
 * media type that it declares, every kind of credentials, every walk through pages, and requests that must be refused.
 */
export function contractSuite({ folder, client: Client, isApiError }: ContractSuiteOptions): void {
  const cases = readCases(new URL("test/generated/cases.json", folder));
  const files = filesOf(folder, cases.service);
  // A run that breaks off must not leave the report of an earlier one behind.
  rmSync(files.report, { force: true });
  const spec = readSpec(files.document);
  const coverage = createCoverage(spec);
  const violator = createViolator(spec);
  let mock: Mock | undefined;
  const suite: Suite = {
    spec,
    cases,
    plans: plansOf(spec),
    evidence: readEvidence(files.evidence),
    coverage,
    mock() {
      if (mock === undefined) throw new Error("The mock is not up yet");
      return mock;
    },
    client: (options) => newClient(Client, { retry: { limit: 0 }, ...options, baseUrl: suite.mock().baseUrl }),
    isApiError,
  };

  beforeAll(async () => {
    mock = await startMock(spec.document, {
      onReport: ({ kind, message }) => expect(kind, message).toBe("simplified"),
    });
  });
  afterAll(async () => {
    writeReport(files.report, coverage.report());
    await mock?.close();
    const gaps = coverage.gaps();
    if (gaps.length > 0) throw new Error(`The spec declares what no test has covered:\n  ${gaps.join("\n  ")}`);
  });

  describe(cases.service, () => {
    test("has a client that calls the server of the spec", () => {
      expect(newClient(Client, spec.serverVariables).baseUrl).toBe(spec.server.href.replace(/\/$/, ""));
    });
    if (suite.plans.length > 0) {
      test("names every kind of credentials where what is given fits none", () => {
        const construct = (): AnyClient => suite.client({ credentials: { "no such field": "example" } });
        for (const { name } of suite.plans) expect(construct).toThrow(name);
      });
    }
    test("has a case for every operation of the spec", () => {
      const known = cases.operations.map(({ operationId }) => operationId);
      expect(known.sort()).toEqual([...spec.operations.keys()].sort());
    });
    for (const plan of suite.plans) describeSignIn(suite, plan);
  });

  for (const operation of cases.operations) {
    describe(operation.operationId, () => {
      describeAnswers(suite, operation);
      describeRequests(suite, operation);
      if (operation.paged) describePages(suite, operation);
      describePlanted(suite, violator, operation);
    });
  }
}

function newClient(Client: ContractSuiteOptions["client"], options: object): AnyClient {
  return new Client(options as never);
}
