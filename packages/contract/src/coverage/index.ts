// Other workspaces check these sources with their own settings, which may know nothing of Node.
/// <reference types="node" />
export { ROUTES, type Cell, type Route } from "./cell.ts";
export { count, isRed, type CellResult, type CellState } from "./count.ts";
export { readCoverage, type Coverage } from "./coverage.ts";
export { formatProblem, idleSkips, readLedger, type LedgerProblem } from "./ledger.ts";
