import { resolve } from "node:path";

/** Where pictures of the main pages are left, for people to look at. */
export const SCREENSHOTS: string = resolve(import.meta.dirname, "../../../reports/site");
