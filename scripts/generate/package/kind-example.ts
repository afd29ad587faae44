import { own, textAt } from "../load/json.ts";
import type { Group, Kind, Operation } from "../model/model.ts";
import { fenced } from "../types/markdown.ts";
import { isDemanded } from "../emit/arguments.ts";
import { access, print, Raw } from "../emit/code.ts";
import { environmentVariable } from "../emit/credentials.ts";
import { exampleOptions, kindsFor } from "../emit/example.ts";
import { call, settled } from "../emit/reference/examples.ts";
import type { Pages } from "../emit/reference/pages.ts";
import { callArguments } from "../emit/sample.ts";
import { dataResponses } from "../emit/result-type.ts";

/** A client with credentials of one kind, or with none, and a first call: as a block of code, and what it prints. */
export function callExample(pages: Pages, kind: Kind | undefined): string[] {
  const { model, packageName } = pages;
  const { clientName, instanceName } = model;
  const options = {
    ...exampleOptions(model, undefined),
    ...(kind && { credentials: exampleSecrets(model.service, kind) }),
  };
  const head = `const ${instanceName} = new ${clientName}(`;
  const found = plainest(pages, kind);
  const answer = found && dataResponses(found.operation)[0]?.status;
  const status = answer !== undefined && /^\d+$/.test(answer) ? answer : undefined;
  const lines = [
    `import { ${clientName} } from "${packageName}";`,
    "",
    `${head}${Object.keys(options).length === 0 ? "{}" : print(options, 0, head.length + 2)});`,
    "",
    ...(found === undefined ? [] : callLines(pages, found, status)),
    `await ${instanceName}.close();`,
  ].join("\n");
  if (kind !== undefined && textAt(own(kind.plan, "login"), "tokenUrl") !== undefined)
    return [fenced('ts no-run="its token comes from a server of its own"', lines)];
  return [fenced("ts", lines), ...(status === undefined ? [] : [fenced("text", status)])];
}

function callLines({ model, split }: Pages, { group, operation }: Found, status: string | undefined): string[] {
  const called = call(model, group, operation, callArguments(split.document, operation, "required"));
  if (status === undefined) return [`await ${settled(operation, called)};`];
  return [`const { response } = await ${called}.withResponse();`, "console.log(response.status);"];
}

/** Secrets come from the variables that the package itself knows them by; the rest is made up. */
function exampleSecrets(service: string, { fields }: Kind): Record<string, unknown> {
  const required = [...fields]
    .filter(([, field]) => field.required)
    .toSorted(([, a], [, b]) => Number(a.secret) - Number(b.secret));
  return Object.fromEntries(
    required.map(([name, { values, secret }]) => [
      name,
      values[0] ??
        (secret ? new Raw(`process.env${access(environmentVariable(service, name))} ?? ""`) : `example-${name}`),
    ]),
  );
}

interface Found {
  readonly group: Group;
  readonly operation: Operation;
}

/** The operation that needs least, of those that the credentials are for. */
function plainest({ model }: Pages, kind: Kind | undefined): Found | undefined {
  // Signing in is the client's own affair.
  const logins = new Set(model.kinds.map(({ plan }) => textAt(own(plan, "login"), "operationId")));
  const cost = ({ operation }: Found): number => {
    const { method, parameters, body, deprecated, specId } = operation;
    const isUnusual = deprecated || (specId !== undefined && logins.has(specId));
    const needs = parameters.filter((each) => isDemanded(operation, each)).length + (body?.required === true ? 10 : 0);
    return needs + (method === "GET" ? 0 : 100) + (isUnusual ? 1000 : 0);
  };
  return model.groups
    .flatMap((group) => group.operations.map((operation) => ({ group, operation })))
    .filter(({ operation }) => kind === undefined || kindsFor(model, operation).includes(kind))
    .toSorted((a, b) => cost(a) - cost(b))[0];
}
