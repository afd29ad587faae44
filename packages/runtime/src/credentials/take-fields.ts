import { type Held, hold } from "./held.ts";
import type { Way } from "./kind.ts";

/** The credentials as they are given; what is held already where they are the same again. */
export async function takeFields({ core, kind, fields }: Way, last: Held | undefined): Promise<Held> {
  const given = await fields.ask(Object.keys(kind.fields), {});
  const isSame = last && Object.keys(given).every((name) => last.values[name] === given[name]);
  return isSame ? last : hold(kind, given, given, core.clock.now());
}
