import { type Mock, startMock } from "@vendor-sdks/mock-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "./run.ts";

let mock: Mock;
beforeEach(async () => {
  mock = await startMock("user-session-management", { stateful: true });
});
afterEach(() => mock.close());

const environment = { USER_SESSION_MANAGEMENT_API_TOKEN: "dt0c01.a-secret-token" };
const operations = (): (string | undefined)[] => mock.requests.map(({ operation }) => operation);

describe("set-session-policy", () => {
  const set = (...args: string[]): ReturnType<typeof run> =>
    run("set-session-policy", ["--url", mock.baseUrl, ...args], environment);

  test("shows what would change in a dry run, and changes nothing", async () => {
    const { code, stdout } = await set("--user-limit", "2", "--idle-minutes", "30", "--dry-run");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "userLimit: 3 → 2\nuserInactivityTimeout: 900 → 1800\n" });
    expect(operations()).toEqual(["getConcurrentSessionPolicyConfig"]);
  });

  test("sends the policy as a whole, with what was not given as it was", async () => {
    expect(await set("--user-limit", "2")).toMatchObject({ code: 0 });
    expect(mock.requests.at(-1)).toMatchObject({
      operation: "updateConcurrentSessionPolicyConfig",
      parsed: {
        automaticLogoutDto: { logoutInactiveUsersEnabled: true, userInactivityTimeout: 900 },
        concurrentSessionPolicyDto: { adminLimit: 5, userLimit: 2 },
      },
    });
  });

  test("switches the sign-out of idle users off by 0 minutes, and leaves their time as it was", async () => {
    expect(await set("--idle-minutes", "0")).toMatchObject({ stdout: "logoutInactiveUsersEnabled: true → false\n" });
  });

  test("sends nothing where the policy is so already", async () => {
    expect(await set("--user-limit", "3")).toMatchObject({ code: 0, stdout: "The policy is so already.\n" });
    expect(operations()).toEqual(["getConcurrentSessionPolicyConfig"]);
  });

  test("refuses one limit of 0 beside another that is none", async () => {
    const { code, stderr } = await set("--user-limit", "0");
    expect(code).toBe(2);
    expect(stderr).toContain("this would make 0 and 5");
    expect(operations()).toEqual(["getConcurrentSessionPolicyConfig"]);
  });

  test("ends with 1 where the cluster refuses, and shows no token", async () => {
    mock.fail("updateConcurrentSessionPolicyConfig", {
      status: 400,
      body: { error: { message: "dt0c01.a-secret-token?" } },
    });
    const { code, stdout, stderr } = await set("--user-limit", "2");
    expect(code).toBe(1);
    expect(stderr).toContain("updateConcurrentSessionPolicyConfig answered 400");
    expect(stdout + stderr).not.toContain("a-secret-token");
  });
});

describe("sign-users-out-politely", () => {
  const signOut = (users: string, ...args: string[]): ReturnType<typeof run> =>
    run("sign-users-out-politely", ["-", "--per-minute", "0", "--url", mock.baseUrl, ...args], environment, {
      input: users,
    });

  test("names the users in a dry run, and sends nothing", async () => {
    expect(await signOut("admin\n\njane.doe\nadmin\n", "--dry-run")).toEqual({
      code: 0,
      stdout: "would sign out admin\nwould sign out jane.doe\n",
      stderr: "",
    });
    expect(operations()).toEqual([]);
  });

  test("waits as the cluster says, tells so, and goes on", async () => {
    mock.fail("removeUserSession", { status: 429, headers: { "retry-after": "0" }, times: 2 });
    const { code, stdout, stderr } = await signOut("admin\nnobody\n");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "signed out admin\nnobody had no session\n" });
    expect(stderr).toBe("put off with 429: attempt 2 in 0 s\nput off with 429: attempt 3 in 0 s\n1 of 2\n2 of 2\n");
  });

  test("names who could not be signed out, signs out the others, and ends with 1", async () => {
    mock.fail("removeUserSession", { status: 500, times: 1 });
    const { code, stdout, stderr } = await signOut("admin\njane.doe\n");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "signed out jane.doe\n" });
    expect(stderr).toContain("failed: admin: the cluster answered 500\n");
  });

  test("gives up after so many retries as are asked for", async () => {
    mock.fail("removeUserSession", { status: 429, headers: { "retry-after": "0" } });
    const { code, stderr } = await signOut("admin\n", "--retries", "1");
    expect({ code, sent: operations().length }).toEqual({ code: 1, sent: 2 });
    expect(stderr).toContain("failed: admin: the cluster answered 429\n");
  });
});
