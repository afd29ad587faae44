import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mainPages } from "./support/addresses.ts";
import { connect, open, PHONE } from "./support/open.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

interface Stop {
  /** Its place in the document. */
  readonly place: number;
  readonly markup: string;
  readonly seen: boolean;
}

/** Where the focus is; undefined if it has left the page. */
function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const { width, height, bottom, top } = element.getBoundingClientRect();
    const seen = width > 0 && height > 0 && bottom > 0 && top < innerHeight && element.checkVisibility();
    return {
      place: [...document.querySelectorAll("*")].indexOf(element),
      markup: element.outerHTML.slice(0, 200),
      seen,
    };
  });
}

/** Presses Tab so many times, or until the page ends. */
async function walk(page: Page, presses: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < presses) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop === undefined) break;
    stops.push(stop);
  }
  return stops;
}

describe.each(mainPages())("%s", (_, address) => {
  test("Tab goes through what there is in its order, and what has the focus is in sight", async () => {
    await using opened = await open(browser, address);
    const stops = await walk(opened.page, 40);
    expect(stops.length).toBeGreaterThan(8);
    expect(stops.filter(({ seen }) => !seen).map(({ markup }) => markup)).toEqual([]);
    const places = stops.map(({ place }) => place);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
  });

  test("the first Tab offers to skip what all pages begin with", async () => {
    await using opened = await open(browser, address);
    const { page } = opened;
    await page.keyboard.press("Tab");
    expect((await focused(page))?.markup).toContain("Skip to content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("header.VPNav, aside.VPSidebar") === null)).toBe(
      true,
    );
  });
});

test("a menu of the bar opens, and leads to a page, by the keyboard", async () => {
  await using opened = await open(browser, "/");
  const { page, problems } = opened;
  const menu = page.locator(".VPNavBar").getByRole("button", { name: "Explorer" });
  await menu.focus();
  await page.keyboard.press("Enter");
  expect(await menu.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/explorer/*.html");
  await page.locator(".scalar-app .section-header").first().waitFor();
  expect(problems).toEqual([]);
});

test("the menu of a phone opens, and leads to a page, by the keyboard", async () => {
  await using opened = await open(browser, "/", { viewport: PHONE });
  const { page } = opened;
  const menu = page.getByRole("button", { name: "mobile navigation" });
  await menu.focus();
  await page.keyboard.press("Enter");
  expect(await menu.getAttribute("aria-expanded")).toBe("true");
  await page.locator(".VPNavScreen").getByRole("link", { name: "Guides" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/guides/");
});
