import type { Fetch } from "@vendor-sdks/runtime";
import { nodeFetch } from "@vendor-sdks/runtime/node";
import { UsageError } from "./command.ts";

/** The options that say where an appliance is and what its certificate is checked by. */
export const APPLIANCE = {
  url: { type: "string" },
  ca: { type: "string" },
  fingerprint: { type: "string" },
} as const;

/** Their part of the usage. */
export const APPLIANCE_USAGE = `--url URL             host name, or base URL (a mock's, for one); else the variable VENDOR_URL
  --ca FILE             trust the authority in this PEM file
  --fingerprint SHA256  trust the certificate that has this fingerprint, and no other`;

export interface Where {
  readonly url?: string | undefined;
  readonly ca?: string | undefined;
  readonly fingerprint?: string | undefined;
}

type Place = ({ readonly host: string } | { readonly baseUrl: string }) & { readonly fetch?: Fetch };

/** What a client is told about its appliance. */
export function placeOf(vendor: string, { url = addressOf(vendor), ca, fingerprint }: Where): Place {
  if (url === undefined) throw new UsageError(`Where is the appliance? Give --url, or set ${variableOf(vendor)}`);
  const at = url.includes("://") ? { baseUrl: url } : { host: url };
  if (ca === undefined && fingerprint === undefined) return at;
  const trusted = { ca: ca === undefined ? undefined : { file: ca }, fingerprint256: fingerprint };
  return { ...at, fetch: nodeFetch(trusted) };
}

/** The address of a vendor's appliance in the environment. */
export function addressOf(vendor: string): string | undefined {
  const address = process.env[variableOf(vendor)];
  return address === "" ? undefined : address;
}

function variableOf(vendor: string): string {
  return `${vendor.toUpperCase().replaceAll("-", "_")}_URL`;
}
