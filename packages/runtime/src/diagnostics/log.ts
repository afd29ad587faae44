import type { Logger, LogLevel } from "../options.ts";

type Level = Exclude<LogLevel, "off">;

const grave: readonly LogLevel[] = ["debug", "info", "warn", "error", "off"];

/** Says something at a level; what takes work is made only where it will be read. */
export type Log = (level: Level, message: string | (() => string), details?: () => object) => void;

/** Lines of a service, from a level on. A logger that fails must not end a call: its failure is passed over. */
export function logTo(logger: Logger | undefined, least: LogLevel = "warn", service: string): Log {
  return (level, message, details) => {
    if (logger?.[level] === undefined || grave.indexOf(level) < grave.indexOf(least)) return;
    try {
      const line = `${service}: ${typeof message === "string" ? message : message()}`;
      if (details === undefined) logger[level](line);
      else logger[level](line, details());
    } catch {
      // There is nowhere left to say it.
    }
  };
}
