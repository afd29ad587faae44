import { startMock, type Mock } from "@vendor-sdks/mock-server";
import { onTestFinished } from "vitest";

/** A mock that keeps what requests make, from a package's own document, until the test is over. */
export async function statefulMock(document: URL): Promise<Mock> {
  const mock = await startMock(document, { stateful: true });
  onTestFinished(() => mock.close());
  return mock;
}
