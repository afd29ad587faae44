/** How a call comes to its answer: by the mock, or through Prism as a proxy in front of a server that knows nothing of it. */
export type Route = "mock" | "proxy";

export const ROUTES: readonly Route[] = ["mock", "proxy"];

/** One answer that the spec declares, to a call with one kind of credentials, on one route. */
export interface Cell {
  /** What the package calls it. */
  readonly operation: string;
  /** As the spec writes it: `200`, `4XX` or `default`. */
  readonly status: string;
  readonly mediaType: string;
  /** Name of the kind. */
  readonly credentials: string;
  readonly route: Route;
}

/** What a cell is called that declares no content. */
export const NO_CONTENT = "none";

/** In place of a kind: the call has no credentials, and needs none. */
export const OPEN = "none";

/** In place of a kind: the spec's security schemes are fed by none, so that callers set the headers themselves. */
export const BY_HAND = "by-hand";

export function textOf({ operation, status, mediaType, credentials, route }: Cell): string {
  return [operation, status, mediaType, credentials, route].join(" ");
}

/** Why no call can end with such a status, be it declared. */
export function beyondFetch(status: string): string | undefined {
  return status.startsWith("1") ? "an interim answer, which fetch keeps to itself" : undefined;
}
