import { afterEach, describe, expect, it, vi } from "vitest";
import { chooseKind } from "../../src/credentials/choose.ts";
import { fromEnvironment } from "../../src/credentials/environment.ts";
import type { Kind } from "../../src/credentials/kind.ts";
import { takeFields } from "../../src/credentials/take-fields.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";

const token: Kind = { name: "token", fields: { apiToken: {} }, authorize: () => ({}), begin: takeFields };
const password: Kind = {
  name: "password",
  fields: {
    username: { secret: false },
    password: {},
    domain: { secret: false, default: "LOCAL" },
    realm: { optional: true },
  },
  authorize: () => ({}),
  begin: takeFields,
};
const certificate: Kind = {
  name: "certificate",
  fields: { clientCertificate: { secret: false, const: true }, s3SecretKey: {} },
  authorize: () => ({}),
  begin: takeFields,
};
const viaSession: Kind = {
  name: "viaSession",
  fields: { username: {}, via: { secret: false, const: "session" } },
  authorize: () => ({}),
  begin: takeFields,
};
const kinds = [token, password, certificate, viaSession];

afterEach(() => void vi.unstubAllEnvs());

function read(env: Readonly<Record<string, string>>): object {
  return fromEnvironment(kinds, "user-directory", env);
}

function refusal(env: Readonly<Record<string, string>>): string {
  try {
    return `gave ${JSON.stringify(read(env))}`;
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message;
  }
}

describe("credentials from the environment", () => {
  it("are the fields of a kind, by the service's name and theirs", () => {
    expect(read({ USER_DIRECTORY_API_TOKEN: "t", PATH: "/bin", API_TOKEN: "other" })).toEqual({ apiToken: "t" });
  });

  it("may leave out what is optional", () => {
    const env = { USER_DIRECTORY_USERNAME: "ann", USER_DIRECTORY_PASSWORD: "p" };
    expect(read(env)).toEqual({ username: "ann", password: "p" });
    expect(read({ ...env, USER_DIRECTORY_DOMAIN: "corp" })).toEqual({ username: "ann", password: "p", domain: "corp" });
  });

  it("take true for a field that is nothing but true, and a fixed text as it is", () => {
    const env = { USER_DIRECTORY_CLIENT_CERTIFICATE: "true", USER_DIRECTORY_S3_SECRET_KEY: "k" };
    expect(read(env)).toEqual({ clientCertificate: true, s3SecretKey: "k" });
    expect(read({ USER_DIRECTORY_USERNAME: "ann", USER_DIRECTORY_VIA: "session" })).toEqual({
      username: "ann",
      via: "session",
    });
    expect(refusal({ ...env, USER_DIRECTORY_CLIENT_CERTIFICATE: "yes" })).toContain(
      "USER_DIRECTORY_CLIENT_CERTIFICATE=true",
    );
  });

  it("that can have one value alone, and have another, are named without it", () => {
    const message = refusal({ USER_DIRECTORY_USERNAME: "ann", USER_DIRECTORY_VIA: "hunter22" });
    expect(message).toMatch(/^What is set as USER_DIRECTORY_VIA is not one of its values.*USER_DIRECTORY_VIA=session/);
    expect(message).not.toContain("hunter22");
    expect(refusal({ USER_DIRECTORY_CLIENT_CERTIFICATE: "no", USER_DIRECTORY_VIA: "hunter22" })).toContain(
      "What is set as USER_DIRECTORY_CLIENT_CERTIFICATE, USER_DIRECTORY_VIA is not",
    );
  });

  it("fit the kind that they are taken for", () => {
    const given = read({ USER_DIRECTORY_USERNAME: "ann", USER_DIRECTORY_PASSWORD: "p" });
    expect(chooseKind("shop", kinds, given as { username: string }).name).toBe("password");
  });

  it("that are not there are an error that names the variables of every kind", () => {
    const message = refusal({ USER_DIRECTORY_API_TOKEN: "" });
    expect(message).toBe(
      "The environment has no credentials. Set those of one kind: token: USER_DIRECTORY_API_TOKEN; " +
        "password: USER_DIRECTORY_USERNAME, USER_DIRECTORY_PASSWORD (and USER_DIRECTORY_DOMAIN, USER_DIRECTORY_REALM where wanted); " +
        "certificate: USER_DIRECTORY_CLIENT_CERTIFICATE=true, USER_DIRECTORY_S3_SECRET_KEY; " +
        "viaSession: USER_DIRECTORY_USERNAME, USER_DIRECTORY_VIA=session",
    );
  });

  it("that are incomplete are an error that quotes no value", () => {
    const message = refusal({ USER_DIRECTORY_PASSWORD: "hunter22" });
    expect(message).toContain("USER_DIRECTORY_PASSWORD are not enough. Set those of one kind: ");
    expect(message).not.toContain("hunter22");
  });

  it("of two kinds at once are an error", () => {
    const message = refusal({ USER_DIRECTORY_API_TOKEN: "t", USER_DIRECTORY_USERNAME: "ann" });
    expect(message).toContain(
      "USER_DIRECTORY_API_TOKEN, USER_DIRECTORY_USERNAME do not go together. Set those of one kind: ",
    );
  });

  it("come from the process unless they are given", () => {
    vi.stubEnv("USER_DIRECTORY_API_TOKEN", "of the process");
    expect(fromEnvironment(kinds, "user-directory")).toEqual({ apiToken: "of the process" });
    expect(read({ USER_DIRECTORY_API_TOKEN: "given" })).toEqual({ apiToken: "given" });
    expect(() => fromEnvironment(kinds, "no-such-service")).toThrow("NO_SUCH_SERVICE_API_TOKEN");
  });
});
