import type { Fields } from "./fields.ts";
import type { Held } from "./held.ts";
import type { Answer, Challenge, Way } from "./kind.ts";
import { explained, signInError, takeStep } from "./steps.ts";

/** Gives the second factor that the appliance asked for, with the session that is half open. */
export async function answerChallenge(
  way: Way,
  { ask, step }: Challenge,
  fields: Fields,
  held: Held,
  login: Answer,
): Promise<void> {
  if (!fields.has(ask)) {
    throw signInError(way, `a second factor is asked for: give "${ask}" with the credentials`, true);
  }
  const { values, secrets } = await fields.ask([ask]);
  const taken = step(values, held.values, login);
  const answer = takeStep(way, { authorize: held.puts, ...taken }, [...held.secrets, ...secrets]);
  await explained(way, `the second factor ("${ask}")`, answer);
}
