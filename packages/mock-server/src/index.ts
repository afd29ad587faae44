export { startMock, startMockProcess, startProxy } from "./start.ts";
export { violations } from "./violations.ts";
export type {
  HasHeaders,
  Mock,
  MockOptions,
  MockReport,
  OpenApiDocument,
  RecordedRequest,
  Spec,
  Violation,
} from "./types.ts";
