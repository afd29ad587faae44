import { accounts } from "./pairs/accounts.ts";
import { answers } from "./pairs/answers.ts";
import { bodies } from "./pairs/bodies.ts";
import { operations } from "./pairs/operations.ts";
import { parameters } from "./pairs/parameters.ts";
import { policies } from "./pairs/policies.ts";
import { words } from "./pairs/words.ts";
import type { Pair } from "./pairs/pair.ts";

export const PAIRS: readonly Pair[] = [
  ...operations,
  ...parameters,
  ...bodies,
  ...answers,
  ...policies,
  ...accounts,
  ...words,
];
