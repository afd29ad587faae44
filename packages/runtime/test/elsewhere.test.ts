import { describe, expect, it } from "vitest";
import { call } from "../src/call.ts";
import { coreFor } from "../src/core.ts";
import { bearer } from "../src/credentials/put.ts";
import { signIn } from "../src/credentials/sign-in.ts";
import { takeFields } from "../src/credentials/take-fields.ts";
import { ConfigurationError } from "../src/errors/configuration-error.ts";
import type { Operation, Service } from "../src/operation.ts";
import { serverOf } from "../src/server.ts";
import type { Middleware } from "../src/stages/middleware.ts";
import { replying } from "./support/replies.ts";
import { errorOf, extras } from "./support/sample.ts";

const service: Service = { name: "shop", server: "https://{host}/api", variables: { host: "shop.test" } };
const upload: Operation = {
  id: "upload",
  method: "POST",
  path: "/files",
  responses: { 204: null },
  at: serverOf({ server: "https://{region}.files.{host}/v2", variables: { region: "eu", host: "shop.test" } }),
  security: [{ bearer: [] }],
};

const credentials = signIn(
  {
    name: "token",
    fields: { token: {} },
    authorize: (field) => ({ bearer: bearer(field["token"]) }),
    begin: takeFields,
  },
  { token: "t0ken-value" },
);

async function sentBy(
  options: object,
  operation: Operation = upload,
): Promise<{ url: string; authorization: string | null }> {
  const { fetch, sent } = replying({ status: 204 });
  const core = coreFor(service, { fetch, signIn: credentials, extras, ...options });
  await call(core, operation, {}, undefined);
  return { url: sent[0]?.url ?? "", authorization: sent[0]?.headers.get("authorization") ?? null };
}

describe("an operation with a server of its own", () => {
  it("is called there, with the credentials: the spec names both", async () => {
    expect(await sentBy({})).toEqual({
      url: "https://eu.files.shop.test/v2/files",
      authorization: "Bearer t0ken-value",
    });
  });

  it("takes the values of the client's options", async () => {
    const { url } = await sentBy({ region: "us", host: "other.test" });
    expect(url).toBe("https://us.files.other.test/v2/files");
  });

  it("is called at the base URL where that is given whole, so that a mock or a proxy gets everything", async () => {
    const { url } = await sentBy({ baseUrl: "http://localhost:4010/x" });
    expect(url).toBe("http://localhost:4010/x/files");
  });

  it("has no credentials anywhere else", async () => {
    const turned: Middleware = (request, next) => next({ ...request, url: "https://shop.test/api/files" });
    const error = await errorOf(sentBy({ middleware: [turned] }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain("https://shop.test");
  });
});

it("an operation that can do without credentials takes those that fit, and none else", async () => {
  const { at: _, ...rest } = upload;
  const fits: Operation = { ...rest, security: [{ bearer: [] }, {}] };
  const other: Operation = { ...rest, security: [{ key: [] }, {}] };
  expect((await sentBy({}, fits)).authorization).toBe("Bearer t0ken-value");
  expect((await sentBy({}, other)).authorization).toBeNull();
});
