// Vendor packages check these sources with their own settings, which know nothing of Node.
/// <reference types="node" />
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from "vitest/config";

/** Contract tests share one mock, which is up as long as the run lasts. */
export function contractProject(include: string): TestProjectInlineConfiguration {
  return {
    test: {
      name: "contract",
      include: [include],
      // Loading the suite takes longer than its tests do, and no file changes what another sees.
      isolate: false,
      // What was found stands in the message itself: a report of a run has nothing else.
      chaiConfig: { truncateThreshold: 0 },
      globalSetup: fileURLToPath(new URL("mocks/global-setup.ts", import.meta.url)),
    },
  };
}

/** How a vendor's package runs its tests. */
export const vendorConfig: ViteUserConfig = defineConfig({
  test: {
    projects: [
      contractProject("test/contract/**/*.test.ts"),
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
      { test: { name: "faults", include: ["test/faults/**/*.test.ts"] } },
    ],
  },
});
