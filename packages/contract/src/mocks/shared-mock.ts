import { randomUUID } from "node:crypto";
import type { RecordedRequest } from "@vendor-sdks/mock-server";
import { recordedFor } from "./recorder.ts";

/** Where the mock of a run is found. Texts alone: it is handed from process to process. */
export interface MockAddress {
  readonly origin: string;
  readonly baseUrl: string;
  readonly basePath: string;
  /** Where recorded requests are asked for. */
  readonly recorder: string;
}

/** Prism as a proxy, and the server that it stands in front of. */
export interface ProxyAddress {
  readonly proxy: MockAddress;
  /** The server itself, past the proxy. */
  readonly upstream: MockAddress;
  /** Where the server is told what to answer. */
  readonly control: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    readonly mock: MockAddress;
    readonly proxy: ProxyAddress;
  }
}

/** The mock of the whole run, as the tests of one file have it. */
export interface SharedMock extends Omit<MockAddress, "recorder"> {
  /** What a request has to carry in `mock-server-exchange` to be found among the requests. */
  readonly exchange: () => string;
  /** Begins a new exchange. */
  readonly clear: () => void;
  /** The requests of this exchange, in the order of arrival. */
  readonly requests: () => Promise<readonly RecordedRequest[]>;
}

export function shareMock({ recorder, ...address }: MockAddress): SharedMock {
  const file = randomUUID();
  let number = 0;
  const exchange = (): string => `${file}.${number}`;
  return {
    ...address,
    exchange,
    clear: () => void (number += 1),
    requests: async () => await recordedFor(recorder, exchange()),
  };
}
