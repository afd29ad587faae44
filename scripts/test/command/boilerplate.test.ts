import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";
import { root } from "../../bin.ts";
import { workspaceManifest } from "../../generate/package/manifest.ts";
import { SOURCES } from "../../generate/package/sources.ts";
import { handWrittenOf, servicesOf } from "../../generate/specs.ts";
import { TSCONFIG, turbo } from "../../new-vendor/package.ts";

const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

describe.each(servicesOf(root))("the package %s has around its emitted files what every package has:", (service) => {
  test.each([...Object.entries(SOURCES), ["tsconfig.json", TSCONFIG], ["turbo.json", turbo(service)]])(
    "%s",
    (file, text) => {
      expect(read("packages", service, file)).toBe(text);
    },
  );

  test("package.json, in which version, description and keywords are its own", () => {
    const manifest = JSON.parse(read("packages", service, "package.json")) as { name: string; version: string };
    const { name, version } = manifest;
    const faults = handWrittenOf(root).includes(service);
    const expected = JSON.parse(workspaceManifest({ name, service, version, title: "" }, { faults })) as object;
    expect(manifest).toEqual({
      ...expected,
      description: expect.stringMatching(/: typed client$/) as string,
      keywords: expect.arrayContaining(["openapi", "sdk", "api-client", "typescript", "fetch"]) as string[],
    });
  });
});
