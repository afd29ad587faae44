import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { file } from "./inventory/client.ts";
import { startStandIn } from "./inventory/stand-in.ts";
import { IN_ANSWERS } from "./planted/in-answers.ts";
import { IN_PAGES } from "./planted/in-pages.ts";
import { IN_VALUES } from "./planted/in-values.ts";
import { visit } from "./visit.ts";

const lines = readFileSync(file, "utf8").split("\n");

describe("a planted drift is found, as what it is and where it contradicts the document", () => {
  test.each([...IN_ANSWERS, ...IN_PAGES, ...IN_VALUES])(
    "$name",
    async ({ plant, isInformation = false, ...expected }) => {
      const { origin } = await startStandIn({ plant });
      const { findings, drifts } = await visit(origin);
      const found = findings.find(
        (each) =>
          each.kind === expected.kind && each.operation === expected.operation && each.pointer === expected.pointer,
      );
      expect(found, JSON.stringify(findings, undefined, 1)).toMatchObject({
        kind: expected.kind,
        operation: expected.operation,
        status: expected.status,
        drift: !isInformation,
      });
      expect(drifts > 0).toBe(!isInformation);
      const [, line = 0, column = 0] = (/:(\d+):(\d+)$/.exec(found?.place ?? "") ?? []).map(Number);
      const key = expected.pointer.split("/").at(-1)?.replaceAll("~1", "/") ?? "";
      const written = lines[line - 1]?.slice(column - 1).replace(/^["']/, "") ?? "";
      // An item of a list stands there by itself.
      if (!/^\d$/.test(key)) expect(written.startsWith(key), `${found?.place}: ${written}`).toBe(true);
    },
  );
});
