import * as fc from "fast-check";
import { describe, test } from "vitest";
import type { FullCase } from "../suite/complete-cases.ts";
import { argumentName } from "../openapi/encode.ts";
import { operationAt, type Content, type SpecOperation } from "../openapi/spec.ts";
import { callOperation, specOperation, violationsOf, type Suite } from "../suite/suite.ts";
import { holdsFor } from "./assert.ts";
import { keyOf, readRequest } from "./decode/request.ts";
import type { Input } from "./inputs.ts";
import type { Properties } from "./properties.ts";
import { isSame } from "./same.ts";
import { callersOf, missingSecrets, namesInQuery, type Caller } from "./secrets.ts";

/** That whatever the spec allows arrives as it was given, and that the mock and the package's validation have nothing against it. */
export function describeSound(suite: Suite, properties: Properties, operation: FullCase): void {
  const described = specOperation(suite, operation.operationId);
  const { body } = described;
  const contents: (Content | undefined)[] = [
    ...(body?.required === true ? [] : [undefined]),
    ...(body?.contents ?? []),
  ];
  describe("says just what it was given", () => {
    for (const content of contents) {
      const what = content === undefined ? "without a body" : `with a body of the type ${content.mediaType}`;
      test(what, async () => {
        const inputs = properties.inputs.of(described, content, operation.choice);
        await holdsFor(
          properties,
          fc.tuple(inputs, callersOf(suite, described)),
          ([{ args }, { kind, secrets }]) => ({ args, by: { [kind]: secrets } }),
          async ([input, caller]) => holds(suite, properties, operation, described, input, caller),
        );
      });
    }
  });
}

async function holds(
  suite: Suite,
  { validator }: Properties,
  operation: FullCase,
  described: SpecOperation,
  { args, content }: Input,
  caller: Caller,
): Promise<void> {
  const { mock } = suite;
  mock.clear();
  const client = suite.client({ ...caller.options, validator });
  const { response } = await callOperation(client, operation, args).result();
  const requests = await mock.requests();
  const [request, ...more] = requests;
  if (request === undefined || more.length > 0) throw new Error(`${requests.length} requests were sent, not one`);
  // A value may make a path that is another operation's.
  fc.pre(operationAt(suite.spec, described.method, request.path) === described);
  const against = violationsOf(response).filter(({ location: [side] }) => side !== "response");
  if (against.length > 0)
    throw new Error(`The mock refused ${request.method} ${request.url}: ${JSON.stringify(against)}`);
  const read = await readRequest(described, content, request, namesInQuery(suite));
  for (const parameter of described.parameters) {
    const given = args[argumentName(described, parameter)];
    const found = read.parameters.get(keyOf(parameter));
    if (!isSame(given, found)) throw lost(`the ${parameter.in} parameter "${parameter.name}"`, given, found);
  }
  if (!isSame(args["body"], read.body)) throw lost("the body", args["body"], read.body);
  const missing = missingSecrets(suite, caller, request);
  if (missing.length > 0) throw new Error(`The request does not carry the credentials as given: ${missing.join(", ")}`);
}

function lost(what: string, given: unknown, found: unknown): Error {
  return new Error(`Given for ${what} was ${fc.stringify(given)}, read from the request ${fc.stringify(found)}`);
}
