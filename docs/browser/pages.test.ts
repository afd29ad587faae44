import { availableParallelism } from "node:os";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { addresses } from "./support/addresses.ts";
import { connect, type Opened, openAs, PHONE, visit } from "./support/open.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

test("every page loads without an error and from the site alone, and fits a phone", { timeout: 600_000 }, async () => {
  const left = addresses();
  expect(left.length).toBeGreaterThan(100);
  const problems: string[] = [];
  const lane = async (): Promise<void> => {
    const visitor = await visit(browser);
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      await using opened = await openAs(visitor, address);
      problems.push(...(await problemsOf(opened)).map((problem) => `${address} ${problem}`));
    }
    await visitor.close();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  expect(problems).toEqual([]);
});

async function problemsOf({ page, problems }: Opened): Promise<readonly string[]> {
  await page.setViewportSize(PHONE);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > PHONE.width ? [...problems, `is ${width} pixels wide on a phone of ${PHONE.width}`] : problems;
}

test("an address that is none shows how to go on", async () => {
  const page = await browser.newPage();
  const answer = await page.goto(new URL("/nothing/here.html", inject("site")).href);
  expect(answer?.status()).toBe(404);
  await page.getByRole("heading", { name: "404" }).or(page.getByText("404")).first().waitFor();
  await page.locator(".NotFound a").click();
  await page.waitForURL(`${inject("site")}/`);
  await page.close();
});
