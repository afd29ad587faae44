import type { Operation } from "../generate/model/model.ts";
import type { Side } from "./side.ts";

/** An operation on both sides: it is the same one if method and path template are, whatever it is called. */
export interface OperationPair {
  readonly before: Operation;
  readonly after: Operation;
}

export interface Operations {
  readonly pairs: readonly OperationPair[];
  /** The name of an operation, the old one if it has two. */
  readonly nameOf: (method: string, path: string) => string | undefined;
  readonly placesOf: (method: string, path: string) => { before: string | undefined; after: string | undefined };
}

export function pairOperations(before: Side, after: Side): Operations {
  const [old, young] = [byRequest(before), byRequest(after)];
  return {
    pairs: [...old].flatMap(([request, operation]) => {
      const other = young.get(request);
      return other === undefined ? [] : [{ before: operation, after: other }];
    }),
    nameOf: (method, path) => {
      const request = requestOf(method, path);
      return (old.get(request) ?? young.get(request))?.id;
    },
    placesOf: (method, path) => {
      const request = requestOf(method, path);
      return { before: old.get(request)?.pointer, after: young.get(request)?.pointer };
    },
  };
}

/** The name of the operation that a path of keys leads into: `paths`, the template, the method. */
export function operationAt(operations: Operations, [section, path, method]: readonly string[]): string | undefined {
  return section === "paths" && path !== undefined && method !== undefined
    ? operations.nameOf(method, path)
    : undefined;
}

function byRequest({ model }: Side): Map<string, Operation> {
  const all = model.groups.flatMap(({ operations }) => operations);
  return new Map(all.map((operation) => [requestOf(operation.method, operation.path), operation]));
}

/** Names of path parameters are no part of a request. */
function requestOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{[^{}]*\}/g, "{}")}`;
}
