import { ConfigurationError } from "../errors/configuration-error.ts";

/** An option of `nodeFetch` that cannot be meant as it stands. */
export function mistake(text: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError("node", `nodeFetch: ${text}`, cause);
}
