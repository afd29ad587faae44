import {
  violations,
  type HasHeaders,
  type SchemaChecker,
  type ValueMaker,
  type Violation,
} from "@vendor-sdks/mock-server";
import type {
  Call,
  CallOptions,
  ClientOptions,
  ExportedSession,
  Failure,
  PagedCall,
  Success,
  Undeclared,
} from "@vendor-sdks/runtime";
import type { Cases, OperationCase } from "../cases.ts";
import type { FullCase } from "./complete-cases.ts";
import type { Cell } from "../coverage/cell.ts";
import type { Facts } from "../evidence/index.ts";
import type { SharedMock } from "../mocks/shared-mock.ts";
import type { Arguments } from "../openapi/encode.ts";
import type { Plan } from "../openapi/plans.ts";
import type { Spec, SpecOperation } from "../openapi/spec.ts";

/** What the tests of one package share. */
export interface Suite {
  readonly spec: Spec;
  readonly cases: Cases & { readonly operations: readonly FullCase[] };
  readonly plans: readonly Plan[];
  /** Undefined for a spec that was not written here. */
  readonly evidence: Facts | undefined;
  /** Whether an example contradicts its own schema, so that the mock is right to say so. */
  readonly isWrong: (schema: unknown, value: unknown) => boolean;
  /** Whether the ledger of skips has the cell. */
  readonly isExcused: (cell: Cell) => boolean;
  readonly mock: SharedMock;
  /** A client of the mock that tries everything once. */
  readonly client: (options?: SuiteClientOptions) => AnyClient;
  readonly isApiError: AnyGuard;
  /** Makes values of schemas. */
  readonly maker: ValueMaker;
  readonly checker: SchemaChecker;
}

export interface SuiteClientOptions extends ClientOptions {
  readonly credentials?: object | undefined;
}

/** What the clients of all packages have in common, as far as the suite uses it. */
export interface AnyClient {
  readonly baseUrl: string;
  signIn(): Promise<void>;
  exportSession(): Promise<ExportedSession | undefined>;
  close(): Promise<void>;
}

export type AnyGuard = (error: unknown, operation?: string, status?: number) => boolean;

export type AnyResult = Success<number, unknown> | Failure<number, unknown> | Undeclared;

type Method = (args?: object, options?: CallOptions) => Call<unknown, AnyResult>;

/** Calls an operation by the client's own method. */
export function callOperation(
  client: AnyClient,
  { group, operationId }: OperationCase,
  args: Arguments,
  options?: CallOptions,
): Call<unknown, AnyResult> {
  const methods = (client as unknown as Readonly<Record<string, Readonly<Record<string, Method>>>>)[group];
  const method = methods?.[operationId];
  if (method === undefined) throw new Error(`The client has no method ${group}.${operationId}`);
  return method.call(methods, args, options);
}

export function callPagedOperation(
  client: AnyClient,
  operation: OperationCase,
  args: Arguments,
): PagedCall<unknown, unknown, AnyResult> {
  return callOperation(client, operation, args) as PagedCall<unknown, unknown, AnyResult>;
}

/** What the mock has against an exchange. That a parameter is deprecated is no breach of the spec. */
export function violationsOf(response: HasHeaders): Violation[] {
  return violations(response).filter(({ code }) => code !== "deprecated");
}

export function specOperation({ spec }: Suite, operationId: string): SpecOperation {
  const operation = spec.operations.get(operationId);
  if (operation === undefined) throw new Error(`The spec has no operation ${operationId}: the cases are out of date`);
  return operation;
}

export function operationCase({ cases }: Suite, operationId: string): OperationCase {
  const operation = cases.operations.find((each) => each.operationId === operationId);
  if (operation === undefined) throw new Error(`There is no case of ${operationId}: the cases are out of date`);
  return operation;
}
