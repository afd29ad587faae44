import type { Fields } from "./fields.ts";
import type { Held } from "./held.ts";
import type { Answer, Challenge, Way } from "./kind.ts";
import { explained, signInError, takeStep } from "./steps.ts";

/** Gives the second factor, where the appliance asks for it, with the session that is half open. */
export async function answerChallenge(
  way: Way,
  { ask, isAsked, step }: Challenge,
  fields: Fields,
  held: Held,
  login: Answer,
): Promise<void> {
  if (!isAsked(login)) return;
  const { values, secrets } = await fields.ask([ask]);
  if (values[ask] === undefined) {
    throw signInError(way, `a second factor is asked for: give "${ask}" with the credentials`, true);
  }
  const taken = step(values, held.values, login);
  const answer = takeStep(way, { authorize: held.puts, ...taken }, [...held.secrets, ...secrets]);
  await explained(way, `the second factor ("${ask}")`, answer);
}
