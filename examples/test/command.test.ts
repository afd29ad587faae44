import { readdirSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";
import { run } from "./run.ts";

const scripts = readdirSync(join(import.meta.dirname, ".."))
  .filter((file) => file.endsWith(".ts") && file !== "vitest.config.ts")
  .map((file) => file.slice(0, -".ts".length));

/** What each cannot do without. */
const needed: Record<string, string[]> = {
  "check-certificates": ["localhost"],
  "close-rubrik-sessions": ["/dev/null"],
  "end-sessions-of-user": ["ann"],
  "rotate-cohesity-api-keys": ["--dry-run"],
  "sign-users-out-politely": ["/dev/null"],
};

describe.each(scripts)("%s", (script) => {
  test("tells how it is used, by its own name", async () => {
    const { code, stdout, stderr } = await run(script, ["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`node ${script}.ts`);
  });

  test("ends with 2 on an option that it does not have", async () => {
    const { code, stdout, stderr } = await run(script, [...(needed[script] ?? []), "--no-such-option"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--no-such-option");
  });
});

const withAppliance = scripts.filter((script) => !["check-certificates", "close-rubrik-sessions"].includes(script));
test.each(withAppliance)("%s ends with 2 where nothing says what appliance it is for", async (script) => {
  const { code, stderr } = await run(script, needed[script] ?? []);
  expect(code).toBe(2);
  expect(stderr).toContain("--help tells how the command is used");
});
