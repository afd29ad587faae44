import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { inject } from "vitest";

export const DESKTOP = { width: 1280, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

export function connect(): Promise<Browser> {
  return chromium.connect(inject("browser"));
}

export interface Opened extends AsyncDisposable {
  readonly page: Page;
  /** What went wrong so far: errors in the console, requests that failed, and those to other hosts. */
  readonly problems: readonly string[];
}

/** Opens a page of the site as a new visitor. */
export async function open(browser: Browser, address: string, options?: BrowserContextOptions): Promise<Opened> {
  const visitor = await visit(browser, options);
  const opened = await openAs(visitor, address);
  return { ...opened, [Symbol.asyncDispose]: () => visitor.close() };
}

export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return await browser.newContext({ viewport: DESKTOP, reducedMotion: "reduce", ...options });
}

/** Opens a page as somebody who may have been on the site before. It is there for readers and alive when this returns. */
export async function openAs(visitor: BrowserContext, address: string): Promise<Opened> {
  const page = await visitor.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`says in the console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`throws ${error.message}`));
  page.on("requestfailed", (request) => {
    problems.push(`could not fetch ${request.url()}: ${request.failure()?.errorText ?? ""}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(?:http|ws)s?:$/.test(url.protocol) && url.hostname !== "127.0.0.1") problems.push(`fetches ${url.href}`);
  });
  await page.goto(new URL(address, inject("site")).href);
  await page.waitForFunction(() => Object.hasOwn(document.querySelector("#app") ?? {}, "__vue_app__"));
  if (address.startsWith("/explorer/")) await page.locator(".scalar-app .section-header").first().waitFor();
  return { page, problems, [Symbol.asyncDispose]: () => page.close() };
}
