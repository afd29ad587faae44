import { catalogue } from "./catalogue.ts";

/** The page where each code is looked up; `specs/DIAGNOSTICS.md` is this text. */
export function diagnosticsPage(): string {
  const entries = Object.entries(catalogue).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    "# What the generator has to say about a spec\n",
    "Each problem is printed with its place, `file:line:column`, what is wrong there and what to write instead, and a code. This page explains the codes. An error\nstops the generator before anything is written; a warning does not.\n",
    ...entries.map(([code, { title, cause, fix }]) => `## ${code}\n\n${title}. ${cause}\n\n_What to do:_ ${fix}\n`),
  ].join("\n");
}
