/** Takes note that a one-time value, given as a text, is used; of one that was used before it says what is wrong. */
export type Once = (spent: Set<string>, field: string) => string | undefined;

export const once: Once = (spent, field) => {
  if (spent.has(field)) return "used up; give a function that asks for it";
  spent.add(field);
  return undefined;
};
