// Vendor packages check these sources with their own settings, which know nothing of Node.
/// <reference types="node" />
export { contractSuite, type ContractSuiteOptions } from "./contract-suite.ts";
export { evidenceSuite } from "./evidence-suite.ts";
export { faultSuite, type FaultSuiteOptions } from "./fault-suite.ts";
export { statefulMock } from "./stateful-mock.ts";
export type { AnyClient, AnyGuard } from "./suite/suite.ts";
export { fakeServer, inTurn, type FakeServer, type SeenRequest } from "./fake-server.ts";
export { type Validate, type Validating, validationSuite, type ValidationSuiteOptions } from "./validation-suite.ts";
