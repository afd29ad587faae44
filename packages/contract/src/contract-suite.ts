import { existsSync, rmSync } from "node:fs";
import {
  completeExamples,
  createSchemaChecker,
  createValueMaker,
  startMock,
  type Mock,
} from "@vendor-sdks/mock-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { namesIn, readCases } from "./cases.ts";
import { createCoverage, writeReport } from "./coverage.ts";
import { readEvidence } from "./evidence/index.ts";
import { filesOf } from "./files.ts";
import { plansOf } from "./openapi/plans.ts";
import { readDocument, specOf, type Spec } from "./openapi/spec.ts";
import { createViolator } from "./openapi/violation.ts";
import { describeAnswers } from "./suite/answers.ts";
import { completeCases } from "./suite/complete-cases.ts";
import { fetchFrom } from "./suite/fetch-from.ts";
import { describePages } from "./suite/pages.ts";
import { describePlanted } from "./suite/planted.ts";
import { describeRequests } from "./suite/requests.ts";
import { describeSignIn } from "./suite/sign-in.ts";
import type { AnyClient, AnyGuard, Suite } from "./suite/suite.ts";
import { describeTokenRequest } from "./suite/token-request.ts";
import { createArgumentMaker } from "./values/arguments.ts";

export interface ContractSuiteOptions {
  /** The package's folder, with a slash at the end. */
  readonly folder: URL;
  /** The package's client class. */
  readonly client: new (options: never) => AnyClient;
  /** The package's guard for its errors. */
  readonly isApiError: AnyGuard;
}

/**
 * Holds a package's client against a mock of its spec and, where there is one, against the evidence: every operation with
 * every status and media type that it declares, every kind of credentials, every walk through pages, and requests that
 * must be refused.
 */
export function contractSuite({ folder, client: Client, isApiError }: ContractSuiteOptions): void {
  const given = readCases(new URL("test/generated/cases.json", folder));
  const files = filesOf(folder, given.service);
  // A run that breaks off must not leave the report of an earlier one behind.
  rmSync(files.report, { force: true });
  const document = readDocument(files.document);
  const checker = createSchemaChecker(document);
  const maker = createValueMaker(document, checker);
  // The mock is handed the same examples, so that what it answers is known.
  const made = completeExamples(document, checker, maker);
  const spec = specOf(document, namesIn(given));
  const argumentMaker = createArgumentMaker(document, checker, maker);
  const cases = { ...given, operations: completeCases(given, spec, argumentMaker) };
  const coverage = createCoverage(spec, [
    ...made.map(({ where, message }) => `${where}: ${message}`),
    ...argumentMaker.wrong,
  ]);
  const violator = createViolator(document, checker);
  let mock: Mock | undefined;
  const suite: Suite = {
    spec,
    cases,
    plans: plansOf(spec, given.credentials),
    evidence: existsSync(files.evidence) ? readEvidence(files.evidence) : undefined,
    coverage,
    isWrong: (schema, value) => checker.problems(schema ?? {}, value, "response").length > 0,
    mock() {
      if (mock === undefined) throw new Error("The mock is not up yet");
      return mock;
    },
    client: (options) => {
      const { baseUrl } = suite.mock();
      return newClient(Client, { retry: { limit: 0 }, fetch: fetchFrom(suite), ...options, baseUrl });
    },
    isApiError,
  };

  beforeAll(async () => {
    mock = await startMock(spec.document, {
      onReport: ({ kind, message }) => expect(["simplified", "example"], message).toContain(kind),
    });
  }, START_LIMIT);
  afterAll(async () => {
    writeReport(files.report, coverage.report());
    await mock?.close();
    const gaps = coverage.gaps();
    if (gaps.length > 0) throw new Error(`The spec declares what no test has covered:\n  ${gaps.join("\n  ")}`);
  });

  describe(cases.service, () => {
    test("has a client that calls the server of the spec", () => expectServer(Client, spec));
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
    if (suite.evidence !== undefined) {
      test("has examples that its own schemas allow", () => expect(coverage.report().wrongExamples).toEqual([]));
    }
    for (const plan of suite.plans) {
      describeSignIn(suite, plan);
      describeTokenRequest(suite, plan);
    }
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

/** Prism reads a spec of hundreds of operations for seconds. */
const START_LIMIT = 60_000;

function expectServer(Client: ContractSuiteOptions["client"], { document, server, serverVariables }: Spec): void {
  const construct = (): AnyClient => newClient(Client, serverVariables);
  // A server that is only a path, or none, leaves it to the user to say where it is.
  const isComplete = JSON.stringify(document["servers"] ?? []).includes("://");
  if (isComplete) expect(construct().baseUrl).toBe(server.href.replace(/\/$/, ""));
  else expect(construct).toThrow("baseUrl");
}

function newClient(Client: ContractSuiteOptions["client"], options: object): AnyClient {
  return new Client(options as never);
}
