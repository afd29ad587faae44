export { startMock, startMockProcess, startProxy } from "./start.ts";
export { violations } from "./violations.ts";
export type { Failure } from "./failures/failure.ts";
export type {
  HasHeaders,
  Mock,
  MockOptions,
  MockReport,
  OpenApiDocument,
  RecordedRequest,
  RecordedRequests,
  Spec,
  Violation,
} from "./types.ts";
export { concreteMediaType, essenceOf, formOf, isCovered, isWildcard, type BodyForm } from "./media-type.ts";
export { reasonsAgainstPrism } from "./answers/reasons.ts";
export { writeBody } from "./answers/write.ts";
export { createSchemaChecker, type SchemaChecker, type SchemaProblem } from "./schema/checker.ts";
export { hasFlag, typesOf, type Direction } from "./schema/prepare-schema.ts";
export { completeExamples, type ExampleProblem } from "./values/examples.ts";
export { createValueMaker, type ValueMaker, type Wanted } from "./values/maker.ts";
export { shapesOf, type Shape } from "./values/shapes.ts";
