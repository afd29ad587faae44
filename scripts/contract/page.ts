import { isRed, ROUTES, type CellState } from "@vendor-sdks/contract/coverage";
import { countOf, type ContractReport, type PlacedCell, type VendorCoverage } from "./report.ts";
import { formatPlace } from "./markdown.ts";

const LOOK: Readonly<Record<CellState, readonly [mark: string, look: string, title: string]>> = {
  covered: ["✓", "green", "covered, and judged by Prism"],
  "own check": ["○", "own", "covered, and judged by a check of our own"],
  excused: ["~", "excused", "excused by the ledger"],
  failed: ["✗", "red", "failed"],
  skipped: ["✗", "red", "skipped"],
  missing: ["✗", "red", "not tested"],
};

const STYLE = `
:root { color-scheme: light dark; --green: light-dark(#d3f0d9, #17452a); --own: light-dark(#d6e6fb, #1d3b63); --excused: light-dark(#fbeec2, #574611);
  --red: light-dark(#fbd0cf, #6f1d1b); --line: light-dark(#d5d9de, #3a4149); --text: light-dark(#1b2026, #e5e9ee); --back: light-dark(#fff, #14181d); }
body { margin: 2rem auto; max-width: 90rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; font-size: 1.25rem; }
.table { overflow-x: auto; } table { border-collapse: collapse; margin: .5rem 0 1rem; } th, td { border: 1px solid var(--line); padding: .2rem .6rem; text-align: left; }
th { font-weight: 600; } td.cell { text-align: center; min-width: 3.5rem; }
summary { cursor: pointer; padding: .25rem 0; } details { border-bottom: 1px solid var(--line); } code { font: 13px ui-monospace, monospace; }
.green { background: var(--green); } .own { background: var(--own); } .excused { background: var(--excused); } .red { background: var(--red); }
.mark { display: inline-block; min-width: 3rem; padding: 0 .4rem; margin-right: .4rem; border-radius: .3rem; text-align: center; }
.legend span { padding: .1rem .5rem; margin-right: .5rem; border-radius: .3rem; }
`;

/** The report as one page that needs nothing else: every cell, to be opened by operation. */
export function pageOf({ vendors, problems }: ContractReport): string {
  const wrong = problems.map(
    ({ message, place }) =>
      `<li>${place === undefined ? "" : `<code>${text(formatPlace(place))}</code> `}${text(message)}</li>`,
  );
  const legend = (["covered", "own check", "excused", "missing"] as const).map((state) => {
    const [mark, look, title] = LOOK[state];
    return `<span class="${look}">${mark} ${state === "missing" ? "not covered" : title}</span>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Contract coverage</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Contract coverage</h1>
<p>A cell is an operation × a status × a media type × a kind of credentials × a route: by the mock, or through a proxy.</p>
<p class="legend">${legend.join("")}</p>
${wrong.length === 0 ? "" : `<h2>What is wrong</h2>\n<ul>\n${wrong.join("\n")}\n</ul>`}
${vendors.map(section).join("\n")}
</body>
</html>
`;
}

function section({ service, operations, cells, beyondReach, canaries }: VendorCoverage): string {
  const byOperation = Map.groupBy(cells, ({ operation }) => operation);
  const beyond = beyondReach.map((each) => `<li>${text(each)}</li>`);
  const blind = canaries?.blindSpots.map(
    (each) => `<li>${text(`${each.operation} ${each.place}: ${each.reason}`.trim())}</li>`,
  );
  return `<section>
<h2>${text(service)}</h2>
<p>${operations} operations, ${countOf(cells, "covered", "own check")} of ${cells.length} cells</p>
${[...byOperation].map(([operation, own]) => details(operation, own)).join("\n")}
${beyond.length === 0 ? "" : `<p>Beyond the reach of any call:</p>\n<ul>${beyond.join("")}</ul>`}
${blind === undefined ? "" : `<p>${canaries?.planted} breaches were planted, and told. Where none can be:</p>\n<ul>${blind.join("")}</ul>`}
</section>`;
}

function details(operation: string, cells: readonly PlacedCell[]): string {
  const red = cells.filter(isRed).length;
  const worst =
    (["missing", "failed", "skipped", "excused", "own check"] as const).find((state) => countOf(cells, state) > 0) ??
    "covered";
  const [, look] = LOOK[worst];
  const kinds = [...new Set(cells.map(({ credentials }) => credentials))];
  const answers = Map.groupBy(cells, ({ status, mediaType }) => `${status} ${mediaType}`);
  const heads = kinds.map((kind) => `<th colspan="${ROUTES.length}">${text(kind)}</th>`);
  const routes = kinds.flatMap(() => ROUTES.map((route) => `<th>${route}</th>`));
  const rows = [...answers].map(([answer, own]) => {
    const place = own[0] === undefined ? "" : formatPlace(own[0].place);
    const columns = kinds.flatMap((kind) =>
      ROUTES.map((route) => cellOf(own.find((cell) => cell.credentials === kind && cell.route === route))),
    );
    return `<tr><th title="${text(place)}">${text(answer)}</th>${columns.join("")}<td><code>${text(place)}</code></td></tr>`;
  });
  return `<details${red > 0 ? " open" : ""}>
<summary><span class="mark ${look}">${cells.length - red}/${cells.length}</span><code>${text(operation)}</code></summary>
<div class="table"><table>
<tr><th rowspan="2">answer</th>${heads.join("")}<th rowspan="2">declared at</th></tr>
<tr>${routes.join("")}</tr>
${rows.join("\n")}
</table></div>
</details>`;
}

function cellOf(cell: PlacedCell | undefined): string {
  if (cell === undefined) return "<td></td>";
  const [mark, look, title] = LOOK[cell.state];
  return `<td class="cell ${look}" title="${text(cell.why === undefined ? title : `${title}: ${cell.why}`)}">${mark}</td>`;
}

function text(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
