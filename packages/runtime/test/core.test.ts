import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { coreFor } from "../src/core.ts";
import { ConfigurationError } from "../src/errors/configuration-error.ts";
import type { Middleware } from "../src/stages/middleware.ts";
import { withOptions } from "../src/settings.ts";
import { replying } from "./support/replies.ts";
import { errorOf, get, makeCore, service } from "./support/sample.ts";

const found = { json: { id: "a" } };

describe("a core", () => {
  it("checks where the appliance is at once", () => {
    expect(() => coreFor(service, {})).toThrow(ConfigurationError);
  });

  it("sends to the base URL, its path included", async () => {
    const { fetch, sent } = replying(found);
    await get(makeCore({ fetch, baseUrl: "http://proxy.test/shop/" }));
    expect(sent[0]?.url).toBe("http://proxy.test/shop/items/a");
  });

  it("shows nothing of what else it was given", () => {
    const options = { baseUrl: "http://shop.test", credentials: { password: "hunter2" } };
    expect(inspect(coreFor(service, options), { depth: 9, showHidden: true })).not.toContain("hunter2");
  });
});

describe("a closed core", () => {
  it("refuses calls without sending them", async () => {
    const { fetch, sent } = replying(found);
    const core = makeCore({ fetch });
    await core.close();
    const error = await errorOf(get(core));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain("closed");
    expect(sent).toHaveLength(0);
  });

  it("can be closed again, and where nothing ever began", async () => {
    const core = makeCore({});
    await core.close();
    expect(await core.close()).toBeUndefined();
  });

  it("refuses a call that was made in the same turn", async () => {
    const { fetch, sent } = replying(found);
    const core = makeCore({ fetch });
    const pending = get(core);
    const closed = core.close();
    expect(await errorOf(pending)).toBeInstanceOf(ConfigurationError);
    await closed;
    expect(sent).toHaveLength(0);
  });
});

describe("a core with other options", () => {
  it("has them, and of the rest what there was", async () => {
    const { fetch, sent } = replying({ status: 503 });
    const core = makeCore({ fetch, headers: { "x-a": "1", "x-b": "1" }, retry: { limit: 1 } });
    await errorOf(
      get(withOptions(core, { headers: { "x-b": "2", "x-a": undefined }, retry: { limit: undefined, unsafe: true } })),
    );
    expect(sent).toHaveLength(2);
    expect(Object.fromEntries(sent[0]!.headers)).toMatchObject({ "x-a": "1", "x-b": "2" });
    await errorOf(get(withOptions(core, { retry: { limit: 0 } })));
    expect(sent).toHaveLength(3);
  });

  it("leaves the first one as it was", async () => {
    const { fetch, sent } = replying(found);
    const core = makeCore({ fetch });
    withOptions(core, { headers: { "x-a": "1" } });
    await get(core);
    expect(sent[0]?.headers.has("x-a")).toBe(false);
  });

  it("has middleware of its own in place of what there was", async () => {
    const seen: string[] = [];
    const named =
      (name: string): Middleware =>
      (request, next) => {
        seen.push(name);
        return next(request);
      };
    const core = makeCore({ ...replying(found), middleware: [named("a")] });
    await get(withOptions(core, { middleware: [named("b")] }));
    await get(withOptions(core, {}));
    expect(seen).toEqual(["b", "a"]);
  });

  it("is closed together with the first one", async () => {
    const core = makeCore(replying(found));
    const other = withOptions(core, { timeout: 1 });
    await other.close();
    expect(await errorOf(get(core))).toBeInstanceOf(ConfigurationError);
  });
});
