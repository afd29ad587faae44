import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A child process takes a second to start on an idle machine, and a shared one is seldom idle.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

export default config;
