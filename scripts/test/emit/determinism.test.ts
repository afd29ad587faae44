import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse, stringify } from "yaml";
import { expect, test } from "vitest";
import { generate } from "../../generate/generate.ts";
import { repository } from "./repository.ts";
import { SPEC } from "./spec.ts";

function emitted(root: string): [string, string][] {
  return [...generate("shop", join(root, "specs/shop/openapi.yaml"), "specs/shop/openapi.yaml").files];
}

test("two runs emit the same bytes", () => {
  const { root } = repository({ shop: SPEC });
  expect(emitted(root)).toEqual(emitted(root));
});

test("the order of keys does not show", () => {
  const { root, put } = repository({ shop: SPEC });
  const before = emitted(root);
  put("specs/shop/openapi.yaml", stringify(reversed(parse(SPEC)), { aliasDuplicateObjects: false }));
  expect(emitted(root)).toEqual(before);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, item]) => [name, reversed(item)]),
  );
}

test("neither locale nor time zone shows", () => {
  const { root } = repository({ shop: SPEC });
  const command = join(import.meta.dirname, "../../generate/command.ts");
  const run = (env: NodeJS.ProcessEnv): string => {
    const code = `import { runGenerate } from ${JSON.stringify(command)}; process.exitCode = runGenerate([], ${JSON.stringify(root)}, process);`;
    execFileSync(process.execPath, ["--input-type=module", "-e", code], { env: { ...process.env, ...env } });
    return readFileSync(join(root, "packages/shop/src/generated/operations/things.ts"), "utf8");
  };
  const here = run({ LC_ALL: "C", TZ: "UTC" });
  expect(run({ LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" })).toBe(here);
});
