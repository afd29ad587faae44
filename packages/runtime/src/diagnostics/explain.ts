import { ConnectionError } from "../errors/connection-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import type { Exchange } from "../exchange.ts";
import { reasonFor } from "./reason.ts";

const explained = new WeakSet<SdkError>();

/** Adds to an error's message what is known of its reason, once; and names in its stack whoever awaits the call. */
export function explain(_: Exchange, error: unknown): void {
  if (!(error instanceof SdkError)) return;
  if (!explained.has(error)) error.message += remarkOn(error);
  explained.add(error);
  retakeStack(error);
}

function remarkOn(error: SdkError): string {
  if (error instanceof ConnectionError && error.cause !== undefined) return `: ${reasonFor(error.cause)}`;
  return "";
}

// Of a stack V8 keeps ten frames. Taken from here they name the function that awaits; taken where an error arises they
// may hold nothing but stages and middleware.
function retakeStack(error: SdkError): void {
  (Error as { captureStackTrace?: (error: Error) => void }).captureStackTrace?.(error);
}
