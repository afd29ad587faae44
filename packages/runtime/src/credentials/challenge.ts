import type { Fields } from "./fields.ts";
import type { Held } from "./held.ts";
import type { Answer, Challenge, Way } from "./kind.ts";
import { signInError, takeStep } from "./steps.ts";

/** Gives the second factor, where the appliance asks for it, with the session that is half open. */
export async function answerChallenge(
  way: Way,
  { ask, isAsked, step }: Challenge,
  fields: Fields,
  held: Held,
  login: Answer,
): Promise<void> {
  if (!isAsked(login)) return;
  const { given, values } = held;
  Object.assign(given, await fields.ask([ask]));
  if (given[ask] === undefined) {
    throw signInError(way, `a second factor is asked for: give "${ask}" with the credentials`, true);
  }
  await takeStep(way, held, step(given, values, login), `the second factor ("${ask}")`);
}
