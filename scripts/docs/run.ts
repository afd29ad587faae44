import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";

import { startMock, type Mock, type OpenApiDocument } from "@vendor-sdks/mock-server";
import { listAt, textAt } from "../generate/load/json.ts";
import { BLOCK_END } from "./program.ts";

export interface Work {
  readonly folder: string;
  readonly programs: readonly { readonly id: number; readonly code: string; readonly file: string }[];
  /** The document of each service, by the name of its package. */
  readonly documents: Readonly<Record<string, OpenApiDocument>>;
}

export interface Result {
  readonly id: number;
  /** What each block printed that came to its end. */
  readonly printed: readonly string[];
  /** What was thrown, with the line on the page. */
  /** Whether its process has ended with it. */
  readonly ended: boolean;
  readonly failure: { readonly line: number | undefined; readonly message: string } | undefined;
}

const SCHEME = "example:";

/**
 * Runs programs one after the other. Their packages are the built ones, and what they send to any other machine reaches the mock of the
 * package that they import: programs read as if there were an appliance, and none of them can bother one.
 */
export async function runPrograms(
  { folder, programs, documents }: Work,
  tell: (result: Result) => void,
): Promise<void> {
  const codes = new Map(programs.map(({ id, code }) => [`${SCHEME}${id}`, code]));
  hookModules(codes, pathToFileURL(join(folder, "package.json")).href);
  const mocks = new Map<string, Mock>();
  for (const { id, code } of programs) {
    const used: Used[] = [];
    for (const [name, document] of Object.entries(documents)) {
      if (!code.includes(`"${name}"`) && !code.includes(`"${name}/`)) continue;
      const mock = mocks.get(name) ?? (await startMock(document, { onReport: () => undefined }));
      mocks.set(name, mock);
      used.push({ mock, servers: originsOf(document) });
    }
    tell(await runProgram(id, code, used));
  }
  await Promise.all([...mocks.values()].map((mock) => mock.close()));
  // What an example left open ends with it.
  process.disconnect?.();
  process.exit(0);
}

function hookModules(codes: ReadonlyMap<string, string>, parentURL: string): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier.startsWith(SCHEME)) return { url: specifier, format: "module", shortCircuit: true };
      return next(specifier, context.parentURL?.startsWith(SCHEME) === true ? { ...context, parentURL } : context);
    },
    load: (url, context, next) => {
      const code = codes.get(url);
      if (code === undefined) return next(url, context);
      return { format: "module-typescript", source: code, shortCircuit: true };
    },
  });
}

async function runProgram(id: number, code: string, mocks: readonly Used[]): Promise<Result> {
  const printed: string[] = [];
  let lines: string[] = [];
  const { console: kept, fetch: keptFetch } = globalThis;
  const print = (...values: unknown[]): number => lines.push(format(...values));
  globalThis.console = { ...kept, log: print, info: print, warn: print, error: print, debug: print };
  globalThis.fetch = (input, init) => keptFetch(redirected(new Request(input, init), mocks));
  Object.assign(globalThis, {
    [BLOCK_END]: () => {
      printed.push(lines.join("\n"));
      lines = [];
    },
  });
  for (const [, name = ""] of code.matchAll(/\bprocess\.env\.([A-Z0-9_]+)/g))
    process.env[name] = `example-${name.toLowerCase()}`;
  const unfinished = (): void => {
    process.send?.({
      id,
      printed,
      ended: true,
      failure: { line: undefined, message: "it never ends: nothing is left that could wake it" },
    });
  };
  process.once("beforeExit", unfinished);
  try {
    await Promise.race([import(`${SCHEME}${id}`), tooLong()]);
    return { id, printed, ended: false, failure: undefined };
  } catch (error) {
    return { id, printed, ended: false, failure: failureOf(error, id) };
  } finally {
    process.removeListener("beforeExit", unfinished);
    globalThis.console = kept;
    globalThis.fetch = keptFetch;
  }
}

const LONGEST = 20_000;

/** A mock keeps its process going, whatever an example waits for. */
function tooLong(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  setTimeout(() => reject(new Error(`it takes longer than ${LONGEST / 1000} s`)), LONGEST).unref();
  return promise;
}

/** A mock, and the origins that its document names: there, an example means the mock, even on this machine. */
interface Used {
  readonly mock: Mock;
  readonly servers: readonly string[];
}

function originsOf(document: OpenApiDocument): string[] {
  return listAt(document, "servers").flatMap((server) => {
    const url = textAt(server, "url");
    return url !== undefined && URL.canParse(url) ? [new URL(url).origin] : [];
  });
}

function redirected(request: Request, used: readonly Used[]): Request {
  const url = new URL(request.url);
  if (
    /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname) &&
    !used.some(({ servers }) => servers.includes(url.origin))
  )
    return request;
  const mock = used.find((each) => url.pathname.startsWith(new URL(each.mock.baseUrl).pathname))?.mock;
  if (mock === undefined)
    throw new TypeError(`no mock of the packages that the example imports answers for ${url.href}`);
  return new Request(`${mock.origin}${url.pathname}${url.search}`, request);
}

function failureOf(error: unknown, id: number): Result["failure"] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const line = new RegExp(`${SCHEME}${id}:(\\d+)`).exec(stack)?.[1];
  return {
    line: line === undefined ? undefined : Number(line),
    message: format(error instanceof Error ? error.message : error),
  };
}
