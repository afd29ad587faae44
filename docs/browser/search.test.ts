import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, open } from "./support/open.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

test("the search finds an operation and leads to its page, by the keyboard alone", async () => {
  await using opened = await open(browser, "/");
  const { page, problems } = opened;
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").waitFor();
  await page.keyboard.type("createSession");
  const chosen = page.locator(".results .result.selected");
  await chosen.filter({ hasText: "createSession" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/operations\/createSession\.html/);
  // The address changes before the page does.
  await page.getByRole("heading", { level: 1, name: "createSession" }).waitFor();
  expect(problems).toEqual([]);
});
