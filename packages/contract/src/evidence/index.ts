export { compareEvidence } from "./compare.ts";
export type { Difference } from "./difference.ts";
export type { Facts } from "./facts.ts";
export { readEvidence } from "./notation.ts";
export { checkRequest, type SentRequest } from "./requests.ts";
