#!/usr/bin/env node
import { isUsageError, readArguments, USAGE, type Asked } from "./cli/arguments.ts";

async function run(argv: readonly string[]): Promise<number> {
  let asked: Asked;
  try {
    asked = readArguments(argv);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    process.stderr.write(`vendor-mock: ${error.message}\n\n${USAGE}`);
    return 2;
  }
  if (asked.help) return (process.stdout.write(USAGE), 0);
  try {
    await serve(asked);
    return 0;
  } catch (error) {
    process.stderr.write(`vendor-mock: ${explain(error, asked)}\n`);
    return 1;
  }
}

async function serve({ api, options }: Asked): Promise<void> {
  // Help and errors need not wait for Prism to load.
  const { startMockProcess } = await import("./start.ts");
  // Asked to stop while Prism starts, it shall not begin to serve.
  const stopped = new Promise((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
  await using mock = await startMockProcess(api, options);
  process.stdout.write(`${api} at ${mock.baseUrl} (stop it with Ctrl-C)\n`);
  await stopped;
}

function explain(error: unknown, { options }: Asked): string {
  if (!(error instanceof Error)) return String(error);
  const { port, host } = options;
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} is in use: take another with --port, or leave it out for a free one`;
  if (code === "EACCES") return `Port ${port} needs rights that this process lacks: take one from 1024 on`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `This machine has no interface ${host}: 127.0.0.1 serves this machine alone, 0.0.0.0 everybody who reaches it`;
  return error.message;
}

process.exitCode = await run(process.argv.slice(2));
