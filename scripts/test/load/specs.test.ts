import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

import { formatDiagnostics } from "../../generate/diagnostics/diagnostic.ts";
import { loadSpec } from "../../generate/load/load.ts";

const SPECS = resolve(import.meta.dirname, "../../../specs");

const files = readdirSync(SPECS)
  .map((name) => join(SPECS, name, "openapi.yaml"))
  .filter((file) => existsSync(file));

test("there are specs to load", () => {
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)("%s loads without a problem", (file) => {
  const spec = loadSpec(file);
  expect(formatDiagnostics(spec.diagnostics, spec.locate)).toBe("");
  expect(spec.document).toHaveProperty("openapi");
});
