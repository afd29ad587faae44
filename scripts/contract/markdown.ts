import { isRed } from "@vendor-sdks/contract/coverage";
import { countOf, type ContractReport, type PlacedCell, type Place, type VendorCoverage } from "./report.ts";
import { cellsAt, LEGEND, markOf, statusesOf } from "./table.ts";

/** The report for people who read it on GitHub: what is wrong first, then a table for each vendor. */
export function markdownOf({ vendors, problems }: ContractReport): string {
  const wrong = problems.map(
    ({ message, place }) => `- ${place === undefined ? "" : `\`${formatPlace(place)}\` `}${escape(message)}`,
  );
  return [
    "# Contract coverage",
    "",
    "A cell is an operation × a status × a media type × a kind of credentials × a route (by the mock, or through a proxy).",
    "",
    ...(wrong.length === 0 ? [] : ["## What is wrong", "", ...wrong, ""]),
    ...vendors.flatMap(vendorLines),
    `${LEGEND}.`,
    "",
  ].join("\n");
}

function blindLines({ planted, blindSpots }: NonNullable<VendorCoverage["canaries"]>): string[] {
  const spots = blindSpots.map(
    ({ operation, place, reason }) => `- ${escape(`${operation} ${place}: ${reason}`.trim())}`,
  );
  return [`${planted} breaches were planted, and told. Where none can be:`, "", ...spots, ""];
}

function vendorLines({ service, operations, cells, beyondReach, canaries }: VendorCoverage): string[] {
  const statuses = statusesOf(cells);
  const names = [...new Set(cells.map(({ operation }) => operation))];
  const row = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;
  return [
    `## ${service}`,
    "",
    `${operations} operations, ${countOf(cells, "covered", "own check")} of ${cells.length} cells`,
    "",
    row(["operation", ...statuses]),
    row(["---", ...statuses.map(() => "---")]),
    ...names.map((name) => row([`\`${name}\``, ...statuses.map((status) => markOf(cellsAt(cells, name, status)))])),
    "",
    ...listed(
      "Judged by a check of our own",
      cells.filter(({ state }) => state === "own check"),
    ),
    ...listed(
      "Excused by the ledger",
      cells.filter(({ state }) => state === "excused"),
    ),
    ...listed("Not covered", cells.filter(isRed)),
    ...(beyondReach.length === 0
      ? []
      : ["Beyond the reach of any call:", "", ...beyondReach.map((each) => `- ${escape(each)}`), ""]),
    ...(canaries === undefined ? [] : blindLines(canaries)),
  ];
}

/** Cells by their reason, so that each reason is read once. */
function listed(title: string, cells: readonly PlacedCell[]): string[] {
  if (cells.length === 0) return [];
  const byReason = Map.groupBy(cells, ({ why, state }) => why ?? state);
  return [
    `${title}:`,
    "",
    ...[...byReason].map(([why, those]) => {
      const answers = new Set(those.map(({ operation, status, route }) => `\`${operation}\` ${status} ${route}`));
      return `- ${escape(why)}: ${[...answers].join(", ")} (${those.length} cells)`;
    }),
    "",
  ];
}

export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function escape(text: string): string {
  return text.replace(/[\\|<>*_`[\]]/g, String.raw`\$&`);
}
