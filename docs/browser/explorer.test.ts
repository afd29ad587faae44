import { resolve } from "node:path";
import { startMock } from "@vendor-sdks/mock-server";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addresses } from "./support/addresses.ts";
import { connect, open } from "./support/open.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

const explorers = addresses().filter((address) => address.startsWith("/explorer/"));
const [first = ""] = explorers;

function startMockOf(address: string): ReturnType<typeof startMock> {
  const vendor = /([^/]+)\.html$/.exec(address)?.[1] ?? "";
  return startMock(resolve(import.meta.dirname, "../../packages", vendor, "openapi.json"));
}

/** Tells the explorer where the mock is, as somebody does whose mock has another port. */
async function choosePort(page: Page, origin: string): Promise<void> {
  const field = page.getByLabel("port", { exact: true }).first();
  await field.fill(new URL(origin).port);
  await field.press("Tab");
}

/** Sends the first request of the page. */
async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Test Request" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Send" }).first().click();
}

describe.each(explorers)("%s", (address) => {
  test("sends a request to the mock and shows its answer", async () => {
    await using mock = await startMockOf(address);
    await using opened = await open(browser, address);
    const { page, problems } = opened;
    await choosePort(page, mock.origin);
    await send(page);
    await page
      .getByRole("dialog")
      .getByText(/\b2\d\d (?:OK|Created|No Content)/)
      .first()
      .waitFor();
    expect(mock.requests).toHaveLength(1);
    expect(mock.requests[0]?.operation).toBeDefined();
    expect(problems).toEqual([]);
  });

  test("sends the credentials that somebody has typed", async () => {
    await using mock = await startMockOf(address);
    await using opened = await open(browser, address);
    const { page } = opened;
    await choosePort(page, mock.origin);
    await page.getByRole("button", { name: "Show Password" }).first().click();
    const field = page.getByText(/^(?:\S+ )?example-\w+$/).first();
    await field.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("my-own-secret");
    await page.keyboard.press("Tab");
    await send(page);
    await page
      .getByRole("dialog")
      .getByText(/\b[2-5]\d\d [A-Z]/)
      .first()
      .waitFor();
    expect(JSON.stringify(mock.requests[0]?.headers)).toContain("my-own-secret");
  });
});

test("without a mock, a request says that it could not be sent", async () => {
  const mock = await startMockOf(first);
  await mock.close();
  await using opened = await open(browser, first);
  const { page } = opened;
  await choosePort(page, mock.origin);
  await send(page);
  await page.getByText("Failed to fetch", { exact: true }).first().waitFor();
});

test("the explorer is light and dark with the site, and leaves nothing behind", async () => {
  await using opened = await open(browser, first, { colorScheme: "light" });
  const { page, problems } = opened;
  const background = (): Promise<string> =>
    page
      .locator(".scalar-app")
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await background();
  await page.locator(".VPNavBar").getByRole("switch").click();
  await page.waitForFunction(() => document.body.classList.contains("dark-mode"));
  expect(await background()).not.toBe(light);
  await page.locator(".VPNavBar").getByRole("link", { name: "Guides" }).click();
  await page.waitForURL("**/guides/");
  expect(await page.locator(".scalar-app:visible").count()).toBe(0);
  await page.goBack();
  await page.getByRole("button", { name: "Test Request" }).first().waitFor();
  expect(problems).toEqual([]);
});
