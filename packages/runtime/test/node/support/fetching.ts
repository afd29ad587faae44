/// <reference types="node" />
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { ConfigurationError } from "../../../src/errors/configuration-error.ts";
import { nodeFetch } from "../../../src/node/node-fetch.ts";
import type { NodeFetch, NodeFetchOptions } from "../../../src/node/options.ts";
import type { Peer } from "./servers.ts";

/** A `nodeFetch` that is closed when the test ends. */
export function fetching(options?: NodeFetchOptions): NodeFetch {
  const fetch = nodeFetch(options);
  onTestFinished(() => fetch.close());
  return fetch;
}

export async function textOf(fetch: NodeFetch, url: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(url, init);
  return response.text();
}

/** What a connection failed with, under the "fetch failed" of fetch. */
export async function failureOf(fetch: NodeFetch, url: string): Promise<{ code?: string; message: string }> {
  const failure: unknown = await fetch(url, {}).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof Error && failure.cause instanceof Error) return failure.cause;
  throw new Error(`expected a failed connection, got ${String(failure)}`);
}

/** The message of the configuration error that the options lead to. */
export function complaintAbout(options: NodeFetchOptions): string {
  try {
    nodeFetch(options);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  throw new Error("the options were accepted");
}

/** Waits until the other side has seen every connection end. */
export async function allClosed({ open }: Pick<Peer, "open">): Promise<void> {
  await Promise.all([...open].map((socket) => once(socket, "close")));
}
