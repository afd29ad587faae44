import type { Core } from "./core.ts";
import type { ClientOptions, SharedOptions } from "./options.ts";

export type HeaderOptions = SharedOptions["headers"];

/** Headers by name in lower case: what comes later goes before; null stays, to remove a default. */
export function mergeHeaders(...all: readonly HeaderOptions[]): Record<string, string | null> {
  const merged: Record<string, string | null> = {};
  for (const headers of all) {
    for (const name in headers) {
      const value = headers[name];
      if (value !== undefined) merged[name.toLowerCase()] = value;
    }
  }
  return merged;
}

/**
 * The same appliance and session with other options: headers are added to those there are, everything else takes the
 * place of what there is. The sign-in's own requests keep the options that the first core was made with.
 */
export function withOptions(core: Core, options: ClientOptions): Core {
  return core.remake(mergeOptions(core.options(), options));
}

/** The options given, over those there were; undefined leaves what was. */
function mergeOptions(base: ClientOptions, more: ClientOptions): ClientOptions {
  return {
    ...base,
    timeout: more.timeout ?? base.timeout,
    totalTimeout: more.totalTimeout ?? base.totalTimeout,
    retry: { limit: more.retry?.limit ?? base.retry?.limit, unsafe: more.retry?.unsafe ?? base.retry?.unsafe },
    headers: mergeHeaders(base.headers, more.headers),
    fetch: more.fetch ?? base.fetch,
    middleware: more.middleware ?? base.middleware,
    validator: more.validator ?? base.validator,
    logger: more.logger ?? base.logger,
    logLevel: more.logLevel ?? base.logLevel,
    hooks: more.hooks ?? base.hooks,
  };
}
