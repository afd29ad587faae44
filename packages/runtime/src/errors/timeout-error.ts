import { SdkError } from "./sdk-error.ts";

/** The answer, its body included, took longer than `timeout` or `totalTimeout` (milliseconds) allows. */
export class TimeoutError extends SdkError {
  override readonly name = "TimeoutError";
}
