import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Server, Service } from "./operation.ts";

/** Where the appliance is: the whole base URL, or values for the variables of its server URL. */
export interface Where {
  readonly baseUrl?: string | undefined;
}

/** The base URL, checked, without a trailing slash. */
export function serverUrl({ name, server, variables }: Server & Pick<Service, "name">, where: Where): string {
  const refuse = (what: string): never => {
    throw new ConfigurationError(name, `${what}: give ${server}, or all of it as "baseUrl"`);
  };
  const fill = (_: string, variable: string): string => {
    const preset = variables?.[variable];
    const value = String((where as Readonly<Record<string, unknown>>)[variable] ?? preset ?? "");
    if (value === preset) return value;
    if (value === "") refuse(`"${variable}" is missing`);
    // Where the spec's own value is a path, another may be one.
    return preset?.includes("/") || /^[^\s/?#@\\]+$/.test(value) ? value : refuse(`"${variable}" must be a bare name`);
  };
  const text = where.baseUrl ?? server.replace(/\{([^{}]+)\}/g, fill);
  const url = URL.canParse(text) ? new URL(text) : refuse("The address is no URL");
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    refuse("The address must be http or https, without credentials, query and fragment");
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}
