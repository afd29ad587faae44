import type { Logger, LogLevel } from "../options.ts";

type Level = Exclude<LogLevel, "off">;

const grave: readonly LogLevel[] = ["debug", "info", "warn", "error", "off"];

/** Says something at a level; what takes work is made only where it will be read. */
export type Log = (level: Level, message: string | (() => string), details?: () => object) => void;

/** Lines of a service, from a level on. A logger that fails must not end a call, nor the process: its failure is passed over. */
export function logTo(logger: Logger | undefined, least: LogLevel = "warn", service: string): Log {
  return (level, message, details) => {
    if (logger === undefined || grave.indexOf(level) < grave.indexOf(least)) return;
    // There is nowhere left to say it.
    void say(logger, level, service, message, details).catch(() => undefined);
  };
}

/** Async, for what the logger throws at once and what it rejects with later to be the same. */
async function say(
  logger: Logger,
  level: Level,
  service: string,
  message: string | (() => string),
  details?: () => object,
): Promise<void> {
  if (logger[level] === undefined) return;
  const line = `${service}: ${typeof message === "string" ? message : message()}`;
  const said: unknown = details === undefined ? logger[level](line) : logger[level](line, details());
  await said;
}
