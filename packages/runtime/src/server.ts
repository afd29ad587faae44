import type { Core } from "./core.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Server, Service } from "./operation.ts";

/** Where the appliance is: the whole base URL, or values for the variables of its server URL. */
export interface Where {
  /** An http(s) URL without credentials, query and fragment. */
  readonly baseUrl?: string | undefined;
}

/** Of an operation that is where the others are not. It counts as long as the user gives no whole base URL, as that of a proxy or a mock. */
export function serverOf(server: Server): (core: Core) => string {
  return ({ service, baseUrl, options }) =>
    options().baseUrl ? baseUrl : serverUrl({ ...service, ...server }, options());
}

/** The base URL, checked, without a trailing slash. */
export function serverUrl({ name, server, variables }: Server & Pick<Service, "name">, where: Where): string {
  const refuse = (what: string): never => {
    throw new ConfigurationError(name, `${what}: give ${server}, or all of it as "baseUrl"`);
  };
  const fill = (_: string, variable: string): string => {
    const preset = variables?.[variable];
    const value = String((where as Readonly<Record<string, unknown>>)[variable] ?? preset ?? "");
    // Where the spec's own value is a path, another may be one.
    const isFine = value === preset || (value && preset?.includes("/")) || /^[^\s/?#@\\]+$/.test(value);
    return isFine ? value : refuse(`"${variable}" is missing or wrong`);
  };
  const text = where.baseUrl ?? server.replace(/\{([^{}]+)\}/g, fill);
  // Plain: without credentials, query and fragment.
  const isPlain = /^https?:[^?#@]+$/i.test(text) && URL.canParse(text);
  return isPlain ? new URL(text).href.replace(/\/+$/, "") : refuse("The address is no plain http(s) URL");
}
