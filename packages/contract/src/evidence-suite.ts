import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compareEvidence } from "./evidence/index.ts";
import { filesOf } from "./files.ts";

/** Holds a package's spec against what was written down from the vendor's sources. */
export function evidenceSuite(folder: URL): void {
  const { spec, evidence } = filesOf(folder, basename(fileURLToPath(folder)));
  test("the spec says what its sources witness, and nothing else", () => {
    const differences = compareEvidence({ specFile: spec, evidenceFile: evidence });
    const told = differences.map(({ message }) => `\n  ${message}`).join("");
    expect(differences.length, `the spec and its evidence differ:${told}\n`).toBe(0);
  });
}
