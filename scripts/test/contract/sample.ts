import type { ContractReport, PlacedCell, VendorCoverage } from "../../contract/report.ts";

const place = { file: "specs/sample/openapi.yaml", line: 12, column: 9 };

export function cell(change: Partial<PlacedCell> = {}): PlacedCell {
  return {
    operation: "list",
    status: "200",
    mediaType: "application/json",
    credentials: "token",
    route: "mock",
    state: "covered",
    place,
    ...change,
  };
}

export function vendor(cells: readonly PlacedCell[]): VendorCoverage {
  const operations = new Set(cells.map(({ operation }) => operation)).size;
  return { service: "sample", operations, cells, beyondReach: [], wrongExamples: [], canaries: undefined };
}

export function report(cells: readonly PlacedCell[], problems: ContractReport["problems"] = []): ContractReport {
  return { vendors: [vendor(cells)], problems };
}

export const red: PlacedCell = cell({
  operation: "remove",
  status: "404",
  route: "proxy",
  state: "missing",
  why: "no <test>",
});
export const own: PlacedCell = cell({ status: "501", state: "own check", why: "it puts a mock in the place of a 501" });
export const problem: ContractReport["problems"][number] = {
  message: "sample remove 404 application/json is not covered; token/proxy: no <test>",
  place,
};
