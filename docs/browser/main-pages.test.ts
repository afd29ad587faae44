import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mainPages } from "./support/addresses.ts";
import { findingsOn, needless } from "./support/axe.ts";
import { connect, DESKTOP, open, PHONE } from "./support/open.ts";
import { SCREENSHOTS } from "./support/screenshots.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await connect();
  mkdirSync(SCREENSHOTS, { recursive: true });
});
afterAll(() => browser.close());

const excused = new Set<Awaited<ReturnType<typeof findingsOn>>["excused"][number]>();

describe.each(mainPages())("%s", (name, address) => {
  test.each(["light", "dark"] as const)("keeps nobody out by its markup or its colours: %s", async (colorScheme) => {
    for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      await using opened = await open(browser, address, { colorScheme, viewport });
      await opened.page.screenshot({ path: join(SCREENSHOTS, `${name}-${size}-${colorScheme}.png`) });
      const findings = await findingsOn(opened.page);
      for (const each of findings.excused) excused.add(each);
      expect(findings.faults, size).toEqual([]);
    }
  });
});

test("the panel that sends requests keeps nobody out", async () => {
  const [, address = ""] = mainPages().find(([name]) => name === "explorer") ?? [];
  await using opened = await open(browser, address);
  const { page } = opened;
  await page.getByRole("button", { name: "Test Request" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Send" }).first().waitFor();
  await page.screenshot({ path: join(SCREENSHOTS, "panel-desktop-light.png") });
  const findings = await findingsOn(page);
  for (const each of findings.excused) excused.add(each);
  expect(findings.faults).toEqual([]);
});

test("what is excused of axe's findings is still there", () => {
  expect(needless(excused)).toEqual([]);
});
