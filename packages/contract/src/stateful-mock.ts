import { startMock, type Mock, type OpenApiDocument } from "@vendor-sdks/mock-server";
import { onTestFinished } from "vitest";

/** A mock of a package's own document that keeps what requests make, until the test is over. */
export async function statefulMock(document: OpenApiDocument): Promise<Mock> {
  const mock = await startMock(document, { stateful: true });
  onTestFinished(() => mock.close());
  return mock;
}
