import type { Problem } from "./report.ts";

/** What GitHub shows beside the line of the spec that a problem is about. */
export function annotationOf({ message, place }: Problem): string {
  const where = place && `file=${property(place.file)},line=${place.line},col=${place.column},`;
  return `::error ${where ?? ""}title=Contract coverage::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
