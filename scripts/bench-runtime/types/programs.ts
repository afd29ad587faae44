import { literal } from "../../mock/literal.ts";
import type { Operation, Package } from "../packages.ts";

const USES = 20;
const FEW = 4;

/** A client, and nothing done with it: what its declarations cost alone. */
export function unused(from: Package): string {
  return program(from, []);
}

/** 20 awaited calls of four operations, as a script makes them. */
export function awaited(from: Package): string {
  return program(from, uses(from.operations.slice(0, FEW)).map(awaitedCall));
}

/** 20 awaited calls of as many operations as there are. */
export function awaitedDistinct(from: Package): string {
  return program(from, uses(from.operations).map(awaitedCall));
}

/** Walks, results as values, typed errors and responses of four operations, in turn. */
export function mixed(from: Package): string {
  const ways = [walked, asResult, caught, withResponse];
  return program(
    from,
    uses(from.operations.slice(0, FEW)).map((operation, index) => ways[index % ways.length]?.(operation) ?? ""),
  );
}

function uses(operations: readonly Operation[]): Operation[] {
  return Array.from({ length: USES }, (_, index) => operations[index % operations.length]).filter(
    (operation) => operation !== undefined,
  );
}

function program({ name, vendor: { client } }: Package, statements: readonly string[]): string {
  return [
    `import { ${client}, isApiError } from "@vendor-sdks/${name}";`,
    `const client = new ${client}({ baseUrl: "https://appliance.example.com" });`,
    "const out: unknown[] = [isApiError];",
    ...statements,
    "export { client, out };",
  ].join("\n");
}

function awaitedCall(operation: Operation): string {
  return `out.push(await ${callOf(operation)});`;
}

function callOf({ group, operationId, arguments: { required } }: Operation): string {
  const args = Object.keys(required).length === 0 ? "" : literal(required);
  return `client.${group}.${operationId}(${args})`;
}

/** What lists by pages is walked, whatever else is awaited. */
function walked(operation: Operation): string {
  if (!operation.paged) return `out.push(await ${callOf(operation)});`;
  return `for await (const item of ${callOf(operation)}) out.push(item);`;
}

function asResult(operation: Operation): string {
  const status = errorStatus(operation);
  const narrowed = status === undefined ? "" : ` else if (result.status === ${status}) out.push(result.error);`;
  return `{ const result = await ${callOf(operation)}.result(); if (result.ok) out.push(result.data);${narrowed} }`;
}

function caught(operation: Operation): string {
  const status = errorStatus(operation);
  const which = [`"${operation.operationId}"`, ...(status === undefined ? [] : [status])].join(", ");
  return `try { await ${callOf(operation)}; } catch (error) { if (isApiError(error, ${which})) out.push(error.body); }`;
}

function withResponse(operation: Operation): string {
  return `{ const { data, response } = await ${callOf(operation)}.withResponse(); out.push(data, response.status); }`;
}

/** The first error status that is declared by its number. */
function errorStatus({ answers }: Operation): string | undefined {
  return answers.find(({ status }) => /^[45]\d\d$/.test(status))?.status;
}
