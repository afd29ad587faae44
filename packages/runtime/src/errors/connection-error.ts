import { SdkError } from "./sdk-error.ts";

/** No answer came: refused, reset, no such host, a certificate that does not hold. `cause` has the transport's own error. */
export class ConnectionError extends SdkError {
  override readonly name = "ConnectionError";
}
