import { existsSync } from "node:fs";
import { describe, expect, inject, test } from "vitest";
import { readComplete } from "./complete.ts";
import { readLedger, skipFor } from "./coverage/ledger.ts";
import { readEvidence } from "./evidence/index.ts";
import { shareMock, type MockAddress } from "./mocks/shared-mock.ts";
import type { Spec } from "./openapi/spec.ts";
import { fetchFrom } from "./suite/fetch-from.ts";
import { PARTS, type Part } from "./suite/parts.ts";
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
 * Holds a package's client against a mock of its spec and, where there is one, against the evidence: every operation with
 * every status and media type that it declares, every kind of credentials, every walk through pages, and requests that
 * must be refused. A file that names parts has these alone.
 */
export function contractSuite(
  { folder, client: Client, isApiError }: ContractSuiteOptions,
  ...named: readonly Part[]
): void {
  const { spec, cases, plans, files, checker, maker, wrongExamples } = readComplete(folder);
  const ledger = readLedger();
  const evidence = existsSync(files.evidence) ? readEvidence(files.evidence) : undefined;
  const on = (address: MockAddress): Suite => {
    const suite: Suite = {
      spec,
      cases,
      plans,
      evidence,
      isExcused: (cell) => skipFor(ledger, cases.service, cell) !== undefined,
      isWrong: (schema, value) => checker.problems(schema ?? {}, value, "response").length > 0,
      mock: shareMock(address),
      client(options) {
        const { baseUrl } = suite.mock;
        return newClient(Client, { retry: { limit: 0 }, fetch: fetchFrom(suite), ...options, baseUrl });
      },
      isApiError,
      maker,
      checker,
    };
    return suite;
  };
  const parts = named.length === 0 ? (Object.keys(PARTS) as Part[]) : named;

  describe(cases.service, () => {
    test("has a case for every operation of the spec", () => {
      const known = cases.operations.map(({ operationId }) => operationId);
      expect(known.sort()).toEqual([...spec.operations.keys()].sort());
    });
    if (parts.includes("sign-in")) {
      test("has a client that calls the server of the spec", () => expectServer(Client, spec));
    }
  });
  const suite = on(inject("mock"));
  for (const part of parts) PARTS[part](suite, { folder, files, wrongExamples, on });
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
