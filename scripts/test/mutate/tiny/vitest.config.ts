import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: { projects: [{ test: { name: "cells", include: ["cells/*.cell.ts"] } }] },
});

export default config;
