import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Service } from "./operation.ts";

/** Where the appliance is: the whole base URL, or values for the variables of its server URL. */
export interface Where {
  readonly baseUrl?: string | undefined;
}

/** The base URL, checked, without a trailing slash. */
export function serverUrl({ name, server, variables }: Service, where: Where): string {
  const text =
    where.baseUrl ??
    server.replace(/\{([^{}]+)\}/g, (_, variable: string) => {
      const value = (where as Readonly<Record<string, unknown>>)[variable] ?? variables?.[variable];
      if (typeof value === "string" && value !== "" && !/[\s/?#@\\]/.test(value)) return value;
      throw new ConfigurationError(
        name,
        value === undefined || value === ""
          ? `Give "${variable}", or the whole "baseUrl": the appliance's address is ${server}`
          : `"${variable}" must be a bare name, not ${JSON.stringify(value)}; to give a whole URL use "baseUrl"`,
      );
    });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new ConfigurationError(
      name,
      `The base URL ${JSON.stringify(text)} is no http or https URL; it looks like ${server}`,
    );
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new ConfigurationError(name, "The base URL may hold neither credentials nor a query nor a fragment");
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}
