import { SdkError } from "./sdk-error.ts";

/** Signing in failed: refused credentials, a second factor that was asked for, an answer without a session. `cause` has the answer's error. */
export class SignInError extends SdkError {
  override readonly name = "SignInError";
  /** The kind of credentials that was used. */
  declare readonly kind: string;

  /** Whether the appliance refused: the same credentials will not be tried again unless `signIn()` is called. */
  declare readonly refused: boolean;
  /** What the session needs and the login's answer did not have, by its name in the spec. */
  declare missing?: string;

  constructor(service: string, kind: string, what: string, refused: boolean, cause?: unknown) {
    super(service, `Signing in with credentials of the kind ${kind}: ${what}`, cause);
    this.kind = kind;
    this.refused = refused;
  }
}
