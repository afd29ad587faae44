import type { Backend } from "./backend.ts";
import { basePathOf, normalBasePath } from "./base-path.ts";
import { loadDocument } from "./document.ts";
import { foreignPages } from "./foreign-pages.ts";
import { startFront } from "./front.ts";
import type { JsonObject } from "./json.ts";
import { createRouter, operationsOf } from "./operations.ts";
import { prepareDocument } from "./prepare.ts";
import type { InProcess } from "./prism-in-process.ts";
import { prismProcess } from "./prism-process.ts";
import { allForPrism, share } from "./share.ts";
import type { Mock, MockOptions, MockReport, Spec } from "./types.ts";

/** Starts a mock of the API that the spec describes, with Prism in this process. */
export async function startMock(spec: Spec, options: MockOptions = {}): Promise<Mock> {
  return await start(spec, options, prismInProcess);
}

/** Like `startMock`, with Prism in a process of its own, which is started again whenever it crashes. */
export async function startMockProcess(spec: Spec, options: MockOptions = {}): Promise<Mock> {
  return await start(spec, options, prismProcessIfAny);
}

/**
 * Starts a proxy that sends every request on to `upstream` and holds both directions against the spec: see `violations`.
 * `upstream` is the server's base URL: what stands below the proxy's base path is appended to it. Web pages of other origins are refused,
 * and so is whoever asks for the proxy by a name that is neither `localhost` nor `host`.
 */
export async function startProxy(spec: Spec, upstream: string | URL, options: MockOptions = {}): Promise<Mock> {
  const server = new URL(upstream);
  return await start(
    spec,
    options,
    (document, common) => prismInProcess(document, { ...common, upstream: server }),
    true,
  );
}

interface BackendOptions {
  readonly errors: boolean;
  readonly onReport: (report: MockReport) => void;
}

type StartBackend = (document: JsonObject, options: BackendOptions) => Promise<Backend>;

async function start(spec: Spec, options: MockOptions, startBackend: StartBackend, isProxy = false): Promise<Mock> {
  const { host = "127.0.0.1", port = 0, requestTimeout = 10_000, errors = false, onReport = logReport } = options;
  const { stateful = false, seed = 1 } = options;
  if (isProxy && stateful) throw new TypeError("A proxy cannot be stateful: the server behind it keeps the state");
  const document = await loadDocument(spec);
  const basePath = options.basePath === undefined ? basePathOf(document) : normalBasePath(options.basePath);
  const shares = isProxy ? allForPrism(document) : share(document, { onReport, stateful, seed });
  const { prisms, ...known } = shares;
  if (known.operations.length === 0 && startBackend === prismProcessIfAny)
    throw new TypeError('The document has no operations: there is nothing to mock until its "paths" have some');
  prepareDocument(prisms, onReport);
  const backend = await startBackend(prisms, { errors, onReport });
  const router = createRouter(known.operations, basePath);
  const foreign = isProxy ? foreignPages(host) : (): undefined => undefined;
  try {
    return await startFront(backend, { host, port, basePath, requestTimeout, onReport, router, foreign, ...known });
  } catch (error) {
    await backend.close();
    throw error;
  }
}

/** Prism's command line refuses a document of which it gets no operation. */
async function prismProcessIfAny(document: JsonObject, options: BackendOptions): Promise<Backend> {
  const hasAny = operationsOf(document).length > 0;
  return hasAny ? await prismProcess(document, options) : await prismInProcess(document, options);
}

/** Prism takes longer to load than all the rest, and whoever only reads a document has no use for it. */
async function prismInProcess(document: JsonObject, options: InProcess): Promise<Backend> {
  const loaded = await import("./prism-in-process.ts");
  return await loaded.prismInProcess(document, options);
}

function logReport({ kind, message }: MockReport): void {
  process.stderr.write(`mock-server: ${kind}: ${message}\n`);
}
