import { defineConfig, type ViteUserConfig } from "vitest/config";

// A site is built in a process of its own.
const config: ViteUserConfig = defineConfig({ test: { include: ["test/*.test.ts"], testTimeout: 60_000 } });

export default config;
