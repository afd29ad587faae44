import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: { projects: [{ test: { name: "runtime", include: ["test/**/*.test.ts"] } }] },
});

export default config;
