import { SdkError } from "./sdk-error.ts";

/** The client or a call was set up wrongly; nothing was sent. */
export class ConfigurationError extends SdkError {
  override readonly name = "ConfigurationError";
}
