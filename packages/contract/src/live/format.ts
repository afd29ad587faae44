import type { DriftReport, Finding } from "./report.ts";

/** For the terminal. */
export function formatDrift(report: DriftReport): string {
  return [
    `${report.service} at ${report.target}: ${summary(report)}`,
    ...(report.shutOut === undefined ? [] : [`  Signing in failed, so most was left out: ${report.shutOut}`]),
    ...report.findings.flatMap((finding) => [
      `  ${finding.drift ? "✗" : "i"} ${finding.operation} ${finding.status ?? ""} ${finding.title}: ${spot(finding)}${finding.message}`,
      `      ${finding.place}`,
      `      ${finding.evidence}${finding.times > 1 ? ` (${finding.times} times)` : ""}`,
      ...(finding.drift ? [`      ${finding.remedy}`] : []),
    ]),
    ...report.skipped.map(({ operation, reason }) => `  - ${operation} was not called: ${reason}`),
    "",
  ].join("\n");
}

/** For reading elsewhere. */
export function markdownOf(reports: readonly DriftReport[]): string {
  return reports
    .flatMap((report) => [
      `# ${report.service}`,
      `${report.target}: ${summary(report)}`,
      table(
        ["Operation", "Status", "What", "Where in the spec", "On the wire", "What to do"],
        report.findings.map((finding) => [
          finding.operation,
          String(finding.status ?? ""),
          `${finding.drift ? "" : "(for information) "}${finding.title}: ${spot(finding)}${finding.message}`,
          finding.place,
          finding.evidence,
          finding.drift ? finding.remedy : "",
        ]),
      ),
      table(
        ["Call", "How", "Status", "What the client said"],
        report.calls.map(({ operation, purpose, status, note }) => [
          operation,
          purpose,
          String(status ?? "none"),
          note ?? "",
        ]),
      ),
      table(
        ["Not called", "Why"],
        report.skipped.map(({ operation, reason }) => [operation, reason]),
      ),
    ])
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function summary({ drifts, recordings, findings }: DriftReport): string {
  const known = findings.length - drifts;
  const more = known === 0 ? "" : `, ${known} for information`;
  return `${recordings.length} exchanges, ${drifts === 0 ? "no drift" : `${drifts} drift${drifts === 1 ? "" : "s"}`}${more}`;
}

function spot({ at }: Finding): string {
  return at === "" ? "" : `${at} `;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** What an appliance says must not become a table or a tag of its own. */
function escapeCell(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, String.raw`\$&`).replace(/\s+/g, " ");
}
