import { startMock } from "@vendor-sdks/mock-server";
import type { TestProject } from "vitest/node";
import { startRecorder } from "./recorder.ts";

/** Starts the mock of a package's spec once for all of its contract tests. */
export async function setup({ config, provide }: TestProject): Promise<() => Promise<void>> {
  const faults: string[] = [];
  const mock = await startMock(`${config.root}/openapi.json`, {
    onReport({ kind, message }) {
      if (kind !== "simplified" && kind !== "example") faults.push(`${kind}: ${message}`);
    },
  });
  const { origin, baseUrl, basePath } = mock;
  const recorder = await startRecorder(mock);
  provide("mock", { origin, baseUrl, basePath, recorder: recorder.url });
  return async () => {
    await recorder.close();
    await mock.close();
    if (faults.length > 0) throw new Error(`The mock has failed:\n  ${faults.join("\n  ")}`);
  };
}
