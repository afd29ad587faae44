import { defineConfig, type ViteUserConfig } from "vitest/config";

// Each script is started as people start it, and a process takes a second to start on an idle machine.
const config: ViteUserConfig = defineConfig({
  test: { include: ["test/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 30_000 },
});

export default config;
