import { globSync } from "node:fs";
import { binOf, root } from "../bin.ts";

export interface Tool {
  readonly name: string;
  /** What it looks at, for the summary. */
  readonly subject: string;
  readonly script: string;
  readonly args: readonly string[];
}

export function tools(): Tool[] {
  const specs = globSync("specs/*/openapi.yaml", { cwd: root }).sort();
  // Without a file name Redocly would check the APIs of its own configuration alone.
  if (specs.length === 0) throw new Error("there is no specs/*/openapi.yaml");
  const descriptions = `${specs.length} API descriptions`;

  return [
    { name: "oxlint", subject: "code, with types", script: binOf("oxlint", "oxlint"), args: [] },
    {
      name: "prettier",
      subject: "format",
      script: binOf("prettier", "prettier"),
      args: ["--check", "--log-level=warn", "."],
    },
    {
      name: "knip",
      subject: "unused files, exports, dependencies",
      script: binOf("knip", "knip"),
      args: ["--no-progress", "--treat-config-hints-as-errors"],
    },
    { name: "redocly", subject: descriptions, script: binOf("@redocly/cli", "redocly"), args: ["lint", ...specs] },
    {
      name: "spectral",
      subject: descriptions,
      script: binOf("@stoplight/spectral-cli", "spectral"),
      args: ["lint", "--quiet", "--fail-severity=hint", ...specs],
    },
  ];
}
