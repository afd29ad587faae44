import { createValidator } from "@vendor-sdks/runtime/validation";
import { afterAll, describe, expect, inject, test } from "vitest";
import type { Complete } from "../complete.ts";
import type { MockAddress } from "../mocks/shared-mock.ts";
import type { Planting } from "../openapi/standing.ts";
import { createProperties, describeRequestProperties } from "../properties/properties.ts";
import { propertiesReport, writePropertiesReport } from "../properties/report.ts";
import { fuzzingOf } from "../properties/seed.ts";
import { createArbitraries } from "../properties/values/arbitraries.ts";
import { createBodies } from "../variants/bodies.ts";
import { describeVariants, type Varying } from "../variants/variants.ts";
import { describeAnswers, reachableAnswers } from "./answers.ts";
import { describePages } from "./pages.ts";
import { throughMock } from "./passage.ts";
import { createCanaries, writeCanaries } from "./canaries.ts";
import { describePlantedAnswers, useJudges } from "./planted-answers.ts";
import { describePlanted } from "./planted.ts";
import { throughProxy } from "./proxied.ts";
import { describeRequests } from "./requests.ts";
import { describeSecrecy } from "./secrecy.ts";
import { describeSignIn } from "./sign-in.ts";
import type { AnyClient, Suite } from "./suite.ts";
import { describeTokenRequest } from "./token-request.ts";

/** What one test file may take on. */
export type Part = "answers" | "proxy" | "variants" | "requests" | "canaries" | "properties" | "sign-in";

export interface Parted extends Pick<Complete, "files" | "wrongExamples"> {
  /** The package's folder, with a slash at the end. */
  readonly folder: URL;
  /** The same suite on another server than the mock. */
  readonly on: (address: MockAddress) => Suite;
}

export const PARTS: Readonly<Record<Part, (suite: Suite, parted: Parted) => void>> = {
  answers,
  proxy,
  variants,
  requests,
  canaries,
  properties,
  "sign-in": signIn,
};

function answers(suite: Suite, { wrongExamples }: Parted): void {
  const { evidence, cases } = suite;
  if (evidence !== undefined) {
    describe(cases.service, () => {
      test("has examples that its own schemas allow", () => expect(wrongExamples).toEqual([]));
    });
  }
  for (const operation of cases.operations) describeAnswers(suite, throughMock(suite), operation);
}

function proxy(suite: Suite, { on }: Parted): void {
  const { proxy, upstream, control } = inject("proxy");
  const passageFor = throughProxy({ proxy: on(proxy), upstream: on(upstream), control });
  const answering = suite.cases.operations.filter((operation) => reachableAnswers(operation).length > 0);
  // Nothing is to be said through a proxy of a spec whose operations answer nothing, and vitest wants no empty group.
  if (answering.length === 0) return;
  describe("through a proxy", () => {
    for (const operation of answering) describeAnswers(suite, passageFor, operation);
  });
}

function variants(suite: Suite, { folder }: Parted): void {
  const { spec, cases, checker, maker } = suite;
  const { document } = spec;
  const varying: Varying = {
    suite,
    bodies: createBodies(document, checker, maker),
    arbitraries: createArbitraries({ document, checker, maker, direction: "response" }),
    // An operation has several answers.
    fuzzing: fuzzingOf(folder, 4 * spec.operations.size),
    validator: createValidator(cases.service, document, { responses: "error" }),
  };
  for (const operation of cases.operations) describeVariants(varying, operation);
}

function requests(suite: Suite): void {
  for (const operation of suite.cases.operations) {
    describe(operation.operationId, () => {
      describeRequests(suite, operation);
      if (operation.paged) describePages(suite, operation);
    });
  }
}

function canaries(suite: Suite, { files }: Parted): void {
  const { spec, checker, maker } = suite;
  const planting: Planting = { document: spec.document, checker, maker, direction: "request" };
  const judges = useJudges(suite, planting);
  const found = createCanaries(judges.reasons);
  afterAll(() => writeCanaries(files.canaries, found));
  for (const operation of suite.cases.operations) {
    describePlanted(suite, planting, operation, found);
    describePlantedAnswers(judges, operation, found);
  }
}

function properties(suite: Suite, { folder, files }: Parted): void {
  const { spec, cases, checker, maker } = suite;
  const made = createProperties({ folder, service: cases.service, spec, checker, maker });
  afterAll(() => writePropertiesReport(files.propertiesReport, propertiesReport(spec, made.inputs, made)));
  for (const operation of cases.operations) {
    describe(operation.operationId, () => describeRequestProperties(suite, made, operation));
  }
}

function signIn(suite: Suite): void {
  const { plans, cases } = suite;
  describeSecrecy(suite);
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
