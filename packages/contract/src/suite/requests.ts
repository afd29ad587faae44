import { describe, expect, test } from "vitest";
import { NO_CREDENTIALS } from "../openapi/authorization.ts";
import type { Arguments } from "../openapi/encode.ts";
import { objectOf, textOf } from "../openapi/json.ts";
import { admissionsTo, entranceTo } from "./credentials.ts";
import type { FullCase } from "./complete-cases.ts";
import { expectRequests, type Expected } from "./expect-request.ts";
import { callOperation, specOperation, violationsOf, type Suite } from "./suite.ts";

/** What an operation sends, by its arguments and by the client's credentials. */
export function describeRequests(suite: Suite, operation: FullCase): void {
  const { operationId } = operation;
  const described = specOperation(suite, operationId);
  const send = async (args: Arguments, wire: Arguments = args): Promise<void> => {
    const { options, authorization } = entranceTo(suite, described);
    await exchange(suite, operation, { args, options: options() }, { operationId, args: wire, authorization });
  };

  describe("sends what the spec and the evidence say", () => {
    test("with the required arguments alone", async () => send(operation.arguments.required));
    test("with all arguments", async () => send(operation.arguments.all));
    for (const other of operation.others)
      test(`with a body of the type ${other.mediaType}`, async () => send(other.arguments));
  });

  if (described.security.length === 0) {
    test("sends no credentials and does not sign in", async () => {
      for (const credentials of anyCredentials(suite)) {
        const expected = { operationId, args: operation.arguments.all, authorization: NO_CREDENTIALS };
        await exchange(suite, operation, { args: operation.arguments.all, options: { credentials } }, expected);
      }
    });
  } else {
    describe("is let in by", () => {
      const admissions = admissionsTo(suite, described);
      // Schemes that no request carries are a matter of the connection.
      if (admissions.length === 0) test("what no request carries", async () => send(operation.arguments.all));
      for (const { kind, credentials, authorization } of admissions) {
        test(kind, async () => {
          const options = { credentials: credentials() };
          const expected = { operationId, args: operation.arguments.all, authorization };
          await exchange(suite, operation, { args: operation.arguments.all, options }, expected);
        });
      }
    });
  }

  describeCaution(suite, operation, send);
}

/** One of every kind; without kinds, a client without credentials. */
function anyCredentials(suite: Suite): (object | undefined)[] {
  const all = [...suite.spec.operations.values()].flatMap((operation) => admissionsTo(suite, operation));
  const byKind = new Map(all.map(({ kind, credentials }) => [kind, credentials]));
  return byKind.size === 0 ? [undefined] : [...byKind.values()].map((credentials) => credentials());
}

interface Exchange {
  readonly args: Arguments;
  readonly options: Parameters<Suite["client"]>[0];
}

async function exchange(
  suite: Suite,
  operation: FullCase,
  { args, options }: Exchange,
  expected: Expected,
): Promise<void> {
  suite.mock.clear();
  const result = await callOperation(suite.client(options), operation, args).result();
  await expectRequests(suite, [expected]);
  // What is to be said of the answer is said where answers are looked at.
  expect(violationsOf(result.response).filter(({ location: [side] }) => side !== "response")).toEqual([]);
}

function describeCaution(
  suite: Suite,
  operation: FullCase,
  send: (args: Arguments, wire: Arguments) => Promise<void>,
): void {
  const caution = objectOf(specOperation(suite, operation.operationId).value["x-sdk-caution"]);
  const parameter = textOf(caution["parameter"]);
  if (parameter === undefined) return;
  const { choice } = operation;
  const { [parameter]: _, ...without } = operation.arguments.all;

  test(`is refused unsent where "${parameter}" is forgotten`, async () => {
    suite.mock.clear();
    const { options } = entranceTo(suite, specOperation(suite, operation.operationId));
    for (const args of [without, { ...without, [parameter]: "" }]) {
      const call = callOperation(suite.client(options()), operation, args);
      await expect(call).rejects.toMatchObject({
        name: "ConfigurationError",
        message: expect.stringContaining(textOf(caution["absent"]) ?? "") as string,
      });
    }
    expect(await suite.mock.requests()).toEqual([]);
  });

  if (choice === undefined) return;
  test(`leaves out "${parameter}" where "${choice}" says so`, async () =>
    send({ ...without, [choice]: true }, without));
}
