import { existsSync, rmSync } from "node:fs";
import { completeExamples, createSchemaChecker, createValueMaker } from "@vendor-sdks/mock-server";
import { createValidator } from "@vendor-sdks/runtime/validation";
import { afterAll, describe, expect, inject, test } from "vitest";
import { namesIn, readCases } from "./cases.ts";
import { createCoverage, writeReport } from "./coverage.ts";
import { readEvidence } from "./evidence/index.ts";
import { filesOf } from "./files.ts";
import { shareMock } from "./mocks/shared-mock.ts";
import { plansOf } from "./openapi/plans.ts";
import { readDocument, specOf, type Spec } from "./openapi/spec.ts";
import { createProperties, describeRequestProperties, type Properties } from "./properties/properties.ts";
import { propertiesReport, writePropertiesReport } from "./properties/report.ts";
import type { Planting } from "./openapi/standing.ts";
import { describeAnswers } from "./suite/answers.ts";
import { completeCases } from "./suite/complete-cases.ts";
import { fetchFrom } from "./suite/fetch-from.ts";
import { describePages } from "./suite/pages.ts";
import { describePlanted } from "./suite/planted.ts";
import { describeRequests } from "./suite/requests.ts";
import { describeSignIn } from "./suite/sign-in.ts";
import type { AnyClient, AnyGuard, Suite } from "./suite/suite.ts";
import { describeTokenRequest } from "./suite/token-request.ts";
import { fuzzingOf } from "./properties/seed.ts";
import { createArbitraries } from "./properties/values/arbitraries.ts";
import { createArgumentMaker } from "./values/arguments.ts";
import { createBodies } from "./variants/bodies.ts";
import { describeVariants, type Varying } from "./variants/variants.ts";

export interface ContractSuiteOptions {
  /** The package's folder, with a slash at the end. */
  readonly folder: URL;
  /** The package's client class. */
  readonly client: new (options: never) => AnyClient;
  /** The package's guard for its errors. */
  readonly isApiError: AnyGuard;
}

/** What one test file may take on. */
export type Part = "answers" | "variants" | "requests" | "canaries" | "properties" | "sign-in";

interface Tools extends Omit<Varying, "suite"> {
  readonly planting: Planting;
  readonly properties: Properties;
}

type DescribePart = (suite: Suite, tools: Tools) => void;

const PARTS: Readonly<Record<Part, DescribePart>> = {
  answers,
  variants,
  requests,
  canaries,
  properties,
  "sign-in": signIn,
};

/**
 * Holds a package's client against a mock of its spec and, where there is one, against the evidence: every operation with
 * every status and media type that it declares, every kind of credentials, every walk through pages, and requests that
 * must be refused. A file that names parts has these alone.
 */
export function contractSuite(
  { folder, client: Client, isApiError }: ContractSuiteOptions,
  ...named: readonly Part[]
): void {
  const parts = named.length === 0 ? (Object.keys(PARTS) as Part[]) : named;
  const given = readCases(new URL("test/generated/cases.json", folder));
  const files = filesOf(folder, given.service);
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
  const suite: Suite = {
    spec,
    cases,
    plans: plansOf(spec, given.credentials),
    evidence: existsSync(files.evidence) ? readEvidence(files.evidence) : undefined,
    coverage,
    isWrong: (schema, value) => checker.problems(schema ?? {}, value, "response").length > 0,
    mock: shareMock(inject("mock")),
    client(options) {
      const { baseUrl } = suite.mock;
      return newClient(Client, { retry: { limit: 0 }, fetch: fetchFrom(suite), ...options, baseUrl });
    },
    isApiError,
  };

  const tools: Tools = {
    planting: { document, checker, maker, direction: "request" },
    bodies: createBodies(document, checker, maker),
    arbitraries: createArbitraries({ document, checker, maker, direction: "response" }),
    // An operation has several answers.
    fuzzing: fuzzingOf(folder, 4 * spec.operations.size),
    validator: createValidator(given.service, document, { responses: "error" }),
    properties: createProperties({ folder, service: given.service, spec, checker, maker }),
  };
  if (parts.includes("answers")) {
    // A run that breaks off must not leave the report of an earlier one behind.
    rmSync(files.report, { force: true });
    afterAll(() => {
      writeReport(files.report, coverage.report());
      const gaps = coverage.gaps();
      if (gaps.length > 0) throw new Error(`The spec declares what no test has covered:\n  ${gaps.join("\n  ")}`);
    });
  }

  if (parts.includes("properties")) {
    afterAll(() =>
      writePropertiesReport(files.propertiesReport, propertiesReport(spec, tools.properties.inputs, tools.properties)),
    );
  }

  describe(cases.service, () => {
    test("has a case for every operation of the spec", () => {
      const known = cases.operations.map(({ operationId }) => operationId);
      expect(known.sort()).toEqual([...spec.operations.keys()].sort());
    });
    if (parts.includes("sign-in")) {
      test("has a client that calls the server of the spec", () => expectServer(Client, spec));
    }
  });
  for (const part of parts) PARTS[part](suite, tools);
}

function answers(suite: Suite): void {
  const { evidence, coverage, cases } = suite;
  if (evidence !== undefined) {
    describe(cases.service, () => {
      test("has examples that its own schemas allow", () => expect(coverage.report().wrongExamples).toEqual([]));
    });
  }
  for (const operation of cases.operations) describeAnswers(suite, operation);
}

function variants(suite: Suite, tools: Tools): void {
  for (const operation of suite.cases.operations) describeVariants({ suite, ...tools }, operation);
}

function requests(suite: Suite): void {
  for (const operation of suite.cases.operations) {
    describe(operation.operationId, () => {
      describeRequests(suite, operation);
      if (operation.paged) describePages(suite, operation);
    });
  }
}

function canaries(suite: Suite, { planting }: Tools): void {
  for (const operation of suite.cases.operations) describePlanted(suite, planting, operation);
}

function properties(suite: Suite, tools: Tools): void {
  for (const operation of suite.cases.operations) {
    describe(operation.operationId, () => describeRequestProperties(suite, tools.properties, operation));
  }
}

function signIn(suite: Suite): void {
  const { plans, cases } = suite;
  if (plans.length === 0) return;
  describe(cases.service, () => {
    test("names every kind of credentials where what is given fits none", () => {
      const construct = (): AnyClient => suite.client({ credentials: { "no such field": "example" } });
      for (const { name } of plans) expect(construct).toThrow(name);
    });
    for (const plan of plans) {
      describeSignIn(suite, plan);
      describeTokenRequest(suite, plan);
    }
  });
}

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
