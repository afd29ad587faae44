import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import type { Backend } from "./backend.ts";
import { guardPrism } from "./guard.ts";
import type { JsonObject } from "./json.ts";
import type { MockReport } from "./types.ts";

export interface InProcess {
  readonly errors: boolean;
  /** Makes Prism a proxy to it instead of a mock. */
  readonly upstream?: URL;
  readonly onReport: (report: MockReport) => void;
}

/** Prism in this process, on a loopback port of its own. */
export async function prismInProcess(document: JsonObject, options: InProcess): Promise<Backend> {
  const checks = { checkSecurity: true, validateRequest: true, validateResponse: true, errors: options.errors };
  const common = { ...checks, upstreamProxy: undefined, mock: { dynamic: false } };
  const server = createServer(await getHttpOperationsFromSpec(document), {
    cors: false,
    components: { logger: createLogger("prism", { level: "silent" }) },
    config:
      options.upstream === undefined
        ? { ...common, isProxy: false }
        : { ...common, isProxy: true, upstream: options.upstream },
  });
  guardPrism(server.prism, (message) => options.onReport({ kind: "fault", message }));
  const address = new URL(await server.listen(0, "127.0.0.1"));
  return {
    address: () => Promise.resolve(address),
    explain: (_, error) => Promise.resolve(`Prism broke the connection: ${error.message}`),
    close: () => server.close(),
  };
}
