import type { Fields } from "./fields.ts";
import { type Held, hold } from "./held.ts";
import type { Way } from "./kind.ts";

/** The credentials as they are given; what is held already where they are the same again. */
export async function takeFields({ core, kind }: Way, fields: Fields, last: Held | undefined): Promise<Held> {
  const { values, secrets } = await fields.ask(Object.keys(kind.fields));
  const isSame = last && Object.keys(values).every((name) => last.values[name] === values[name]);
  return isSame ? last : hold(kind, values as Held["values"], secrets, core.clock.now());
}
