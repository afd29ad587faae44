import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { onTestFinished } from "vitest";
import { runGenerate } from "../../generate/command.ts";

export interface Repository {
  readonly root: string;
  readonly put: (file: string, text: string) => void;
  readonly generate: (...argv: string[]) => { readonly code: number; readonly stdout: string; readonly stderr: string };
}

/** A folder with specs, gone when the test is over. */
export function repository(specs: Readonly<Record<string, string>>): Repository {
  const root = mkdtempSync(join(tmpdir(), "generate-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const put = (file: string, text: string): void => {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [name, text] of Object.entries(specs)) put(`specs/${name}/openapi.yaml`, text);
  return {
    root,
    put,
    generate(...argv) {
      const said = { stdout: "", stderr: "" };
      const code = runGenerate(argv, root, {
        stdout: { write: (text) => (said.stdout += text) },
        stderr: { write: (text) => (said.stderr += text) },
      });
      return { code, ...said };
    },
  };
}
