import { appendFileSync } from "node:fs";

/** The variables of GitHub's runners. */
export type Environment = Readonly<Partial<Record<"GITHUB_ACTIONS" | "GITHUB_STEP_SUMMARY", string>>>;

export interface Annotation {
  readonly level: "error" | "warning";
  readonly title: string;
  readonly message: string;
  /** From the repository's root. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number } | undefined;
}

/** What GitHub shows beside a line of a file, as a line of a step's output; empty anywhere else. */
export function annotate({ GITHUB_ACTIONS }: Environment, { level, title, message, place }: Annotation): string {
  if (!GITHUB_ACTIONS) return "";
  const where = place && `file=${property(place.file)},line=${place.line},col=${place.column},`;
  return `::${level} ${where ?? ""}title=${property(title)}::${data(message)}\n`;
}

/** Shows a page with the job. */
export function summarise({ GITHUB_STEP_SUMMARY }: Environment, markdown: string): void {
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, markdown);
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
