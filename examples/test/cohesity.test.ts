import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { CohesityClient } from "@vendor-sdks/cohesity";
import { type Mock, startMock } from "@vendor-sdks/mock-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "./run.ts";

let mock: Mock;
let folder: string;
beforeEach(async () => {
  mock = await startMock("cohesity", { stateful: true });
  const cohesity = new CohesityClient({ baseUrl: mock.baseUrl, credentials: { apiKey: "of-the-test" } });
  const body = [{ username: "ops", domain: "LOCAL", roles: ["COHESITY_OPERATOR"], description: "Night shift" }];
  const { users } = await cohesity.users.createUsers({ body });
  await cohesity.apiKeys.createUserApiKey({ userSid: users?.[0]?.sid ?? "", body: { name: "nightly-report" } });
  mock.requests.clear();
  folder = mkdtempSync(join(tmpdir(), "examples-"));
});
afterEach(async () => {
  await mock.close();
  rmSync(folder, { recursive: true });
});

const person = { COHESITY_USERNAME: "boss", COHESITY_PASSWORD: "a-secret-password" };
const changes = (): (string | undefined)[] =>
  mock.requests
    .filter(({ method, path }) => method !== "GET" && path !== "/access-tokens")
    .map(({ operation }) => operation);

describe("rotate-cohesity-api-keys", () => {
  const rotate = (...args: string[]): ReturnType<typeof run> =>
    run("rotate-cohesity-api-keys", args, { ...person, COHESITY_URL: mock.baseUrl });

  test("keeps the key that is under way when it is interrupted, and begins no other", async () => {
    const cohesity = new CohesityClient({ baseUrl: mock.baseUrl, credentials: { apiKey: "of-the-test" } });
    const userSid = (await cohesity.users.getUsers()).users?.[0]?.sid ?? "";
    for (const name of ["second", "third"]) await cohesity.apiKeys.createUserApiKey({ userSid, body: { name } });
    mock.requests.clear();
    mock.fail("rotateUserApiKey", { delay: 300 });
    const out = join(folder, "keys.jsonl");
    const environment = { ...person, COHESITY_URL: mock.baseUrl };
    const { code, stderr } = await run("rotate-cohesity-api-keys", ["--out", out], environment, { stopAt: "1 of 3" });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining("failed: interrupted: 1 of 3 were not begun\n") as string,
    });
    expect(changes()).toEqual(["rotateUserApiKey", "rotateUserApiKey"]);
    expect(readFileSync(out, "utf8").trim().split("\n")).toHaveLength(2);
  });

  test("names the old keys in a dry run, and changes nothing", async () => {
    const out = join(folder, "keys.jsonl");
    const { code, stdout } = await rotate("--dry-run", "--out", out);
    expect(existsSync(out)).toBe(false);
    expect({ code, stdout, changes: changes() }).toEqual({
      code: 0,
      stdout: "would exchange nightly-report (example-api-key-id-2), of 2026-01-01T00:00:00.000Z\n",
      changes: [],
    });
  });

  test("exchanges the old keys, and writes the new ones to a file that nobody else may read", async () => {
    const out = join(folder, "keys.jsonl");
    const { code, stdout, stderr } = await rotate("--out", out);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "1 of 1\n" });
    expect(changes()).toEqual(["rotateUserApiKey"]);
    const { apiKey, ...rest } = JSON.parse(readFileSync(out, "utf8")) as Record<string, string>;
    expect(rest).toEqual({
      id: "example-api-key-id-2",
      name: "nightly-report",
      userSid: "S-1-100-21-11111111-22222222-1",
    });
    expect(apiKey).toBeTruthy();
    expect(stdout + stderr).not.toContain(`${apiKey}"`);
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  test("leaves keys alone that are young enough", async () => {
    expect(await rotate("--out", join(folder, "keys.jsonl"), "--days", "100000")).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(changes()).toEqual([]);
  });

  test("says which key could not be exchanged, and ends with 1", async () => {
    mock.fail("rotateUserApiKey", { status: 500, body: { message: "no luck" } });
    const { code, stderr } = await rotate("--out", join(folder, "keys.jsonl"));
    expect(code).toBe(1);
    expect(stderr).toContain("failed: nightly-report (example-api-key-id-2): rotateUserApiKey answered 500: no luck");
  });

  test("names a key that was exchanged without being shown", async () => {
    mock.fail("rotateUserApiKey", { status: 200, body: { id: "example-api-key-id-2" } });
    const { code, stderr } = await rotate("--out", join(folder, "keys.jsonl"));
    expect(code).toBe(1);
    expect(stderr).toContain("it was exchanged, and the cluster did not show the new one");
  });

  test("exchanges nothing where the new keys could not be kept", async () => {
    const { code, stderr } = await rotate("--out", join(folder, "missing/keys.jsonl"));
    expect(code).toBe(1);
    expect(stderr).toContain("ENOENT");
    expect(changes()).toEqual([]);
  });

  test("refuses to work with a key that it might exchange", async () => {
    const { code, stderr } = await run("rotate-cohesity-api-keys", ["--dry-run"], {
      COHESITY_API_KEY: "a-secret-key",
      COHESITY_URL: mock.baseUrl,
    });
    expect(code).toBe(2);
    expect(stderr).toContain("it might be the one that is exchanged");
    expect(mock.requests).toHaveLength(0);
  });
});

describe("lock-stale-cohesity-users", () => {
  const lock = (...args: string[]): ReturnType<typeof run> =>
    run("lock-stale-cohesity-users", args, { ...person, COHESITY_URL: mock.baseUrl });

  test("names stale users in a dry run, and changes nothing", async () => {
    const { code, stdout } = await lock("--dry-run");
    expect({ code, stdout, changes: changes() }).toEqual({
      code: 0,
      stdout: "would lock ops, last seen 2026-02-01T00:00:00.000Z\n",
      changes: [],
    });
  });

  test("locks them, and sends along what shall stay", async () => {
    const { code } = await lock();
    expect(code).toBe(0);
    expect(changes()).toEqual(["updateUser"]);
    expect(mock.requests.of("updateUser")).toMatchObject([
      {
        path: "/users/S-1-100-21-11111111-22222222-1",
        parsed: { locked: true, roles: ["COHESITY_OPERATOR"], description: "Night shift" },
      },
    ]);
    expect(await lock("--dry-run")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("leaves alone who is to be kept, and who runs it", async () => {
    expect(await lock("--keep", "ops")).toMatchObject({ code: 0, stdout: "" });
    const own = { COHESITY_USERNAME: "ops", COHESITY_PASSWORD: "p", COHESITY_URL: mock.baseUrl };
    expect(await run("lock-stale-cohesity-users", [], own)).toMatchObject({ code: 0, stdout: "" });
    expect(changes()).toEqual([]);
  });

  test("says who could not be locked, and ends with 1", async () => {
    mock.fail("updateUser", { status: 403, body: { message: "not yours" } });
    const { code, stderr } = await lock();
    expect(code).toBe(1);
    expect(stderr).toContain("failed: ops: updateUser answered 403: not yours");
  });
});
