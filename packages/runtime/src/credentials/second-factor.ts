import type { SigningIn, Way } from "./kind.ts";
import { signInError } from "./steps.ts";

/** Asks for the field that answers a second factor, which the appliance has asked for. */
export async function secondFactor(way: Way, ask: SigningIn["ask"], field: string): Promise<void> {
  const given = await ask(field);
  if (given[field] === undefined) {
    throw signInError(way, `a second factor is asked for: give "${field}" with the credentials`, true);
  }
}
