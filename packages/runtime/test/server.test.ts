import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../src/errors/configuration-error.ts";
import type { Service } from "../src/operation.ts";
import { serverUrl } from "../src/server.ts";

const service: Service = { name: "shop", server: "https://{host}:{port}/api/v1", variables: { port: "8443" } };
const url = (where: object): string => serverUrl(service, where);

describe("the server's address", () => {
  it.each([
    [{ host: "shop.example.com" }, "https://shop.example.com:8443/api/v1"],
    [{ host: "shop.example.com", port: "1" }, "https://shop.example.com:1/api/v1"],
    [{ host: "10.0.0.1", port: undefined }, "https://10.0.0.1:8443/api/v1"],
    [{ host: "[::1]" }, "https://[::1]:8443/api/v1"],
    [{ baseUrl: "http://localhost:3000/" }, "http://localhost:3000"],
    [{ baseUrl: "https://proxy/shop//" }, "https://proxy/shop"],
    [{ baseUrl: "HTTPS://Proxy:443/Shop" }, "https://proxy/Shop"],
  ])("given by %j is %s", (where, expected) => {
    expect(url(where)).toBe(expected);
  });

  it.each([
    [{}, '"host" is missing or wrong: give https://{host}:{port}/api/v1, or all of it as "baseUrl"'],
    [{ host: "" }, '"host" is missing or wrong: give https://{host}:{port}/api/v1, or all of it as "baseUrl"'],
    [{ host: "https://shop" }, 'all of it as "baseUrl"'],
    [{ host: "shop/evil" }, "is missing or wrong"],
    [{ host: "user@shop" }, "is missing or wrong"],
    [{ host: "a b" }, "is missing or wrong"],
    [{ host: "shop:1" }, "no plain http(s) URL"],
    [{ baseUrl: "shop.example.com" }, "no plain http(s) URL"],
    [{ baseUrl: "ftp://shop" }, "no plain http(s) URL"],
    [{ baseUrl: "https://a:b@shop" }, "no plain http(s) URL"],
    [{ baseUrl: "https://shop/?a=1" }, "no plain http(s) URL"],
    [{ baseUrl: "https://shop/#a" }, "no plain http(s) URL"],
  ])("given by %j is refused", (where, why) => {
    expect(() => url(where)).toThrow(ConfigurationError);
    expect(() => url(where)).toThrow(why);
  });

  it("takes the spec's own values as they are, and paths where the spec has one", () => {
    const paths: Service = {
      name: "shop",
      server: "https://a.io/{base}{rest}",
      variables: { base: "api/v2", rest: "" },
    };
    expect(serverUrl(paths, {})).toBe("https://a.io/api/v2");
    expect(serverUrl(paths, { base: "v3/api" } as object)).toBe("https://a.io/v3/api");
    expect(() => serverUrl(paths, { rest: "/x" } as object)).toThrow("is missing or wrong");
  });

  it("is not quoted when it holds a password", () => {
    expect(() => url({ baseUrl: "https://ops:hunter2@shop" })).toThrow(/^(?!.*hunter2)/);
  });
});
