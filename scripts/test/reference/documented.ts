import vendors from "./fixtures/vendors-sdks.json" with { type: "json" };

/** An operation as the page of a vendor's own SDK documents it. */
export interface Documented {
  readonly service: string;
  readonly sdk: string;
  readonly name: string;
  readonly request: string;
  /** In their order there; a body is one of them. */
  readonly arguments: readonly string[];
  /** The type of what is answered, null for nothing. */
  readonly returns: string | null;
  /** Empty where the page says nothing of them. */
  readonly statuses: readonly string[];
}

type Says = Omit<Documented, "service" | "sdk" | "name">;

export const documented: readonly Documented[] = Object.entries(vendors).flatMap(([service, sdks]) =>
  Object.entries(sdks as Readonly<Record<string, Readonly<Record<string, Says>>>>).flatMap(([sdk, operations]) =>
    Object.entries(operations).map(([name, says]) => ({ service, sdk, name, ...says })),
  ),
);

/** Names are the same but for case and underscores. */
export function plainName(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
