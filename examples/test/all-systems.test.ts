import { type Mock, startMock } from "@vendor-sdks/mock-server";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { run } from "./run.ts";

const vendors = ["cohesity", "rubrik", "openziti", "user-session-management"] as const;
type Mocks = Record<(typeof vendors)[number], Mock>;
let mocks: Mocks;
beforeAll(async () => {
  const started = vendors.map(async (vendor) => [vendor, await startMock(vendor)] as const);
  mocks = Object.fromEntries(await Promise.all(started)) as Mocks;
});
afterEach(() => {
  for (const mock of Object.values(mocks)) {
    mock.restore();
    mock.clear();
  }
});
afterAll(async () => {
  await Promise.all(Object.values(mocks).map((mock) => mock.close()));
});

const secrets = {
  COHESITY_API_KEY: "first-secret",
  RUBRIK_TOKEN: "second-secret",
  OPENZITI_USERNAME: "operator",
  OPENZITI_PASSWORD: "third-secret",
  USER_SESSION_MANAGEMENT_API_TOKEN: "fourth-secret",
};
const addresses = (): Record<string, string> => ({
  COHESITY_URL: mocks.cohesity.baseUrl,
  RUBRIK_URL: mocks.rubrik.baseUrl,
  OPENZITI_URL: mocks.openziti.baseUrl,
  USER_SESSION_MANAGEMENT_URL: mocks["user-session-management"].baseUrl,
});
const start = (script: string, ...args: string[]): ReturnType<typeof run> =>
  run(script, args, { ...secrets, ...addresses() });

describe("end-sessions-of-user", () => {
  // The identity that OpenZiti's mock says is signed in, and on Cohesity a user of this name.
  const user = "ops.user";
  const cohesityUsers = {
    status: 200,
    body: {
      users: [
        { sid: "S-1-5-1", username: user },
        { sid: "S-1-5-2", username: "ops.users" },
      ],
    },
  };
  const ends = (): object => ({
    cohesity: mocks.cohesity.requests.of("deleteSession").map(({ url }) => url.slice(url.indexOf("?"))),
    rubrik: mocks.rubrik.requests.of("deleteSession").map(({ path }) => path),
    openziti: mocks.openziti.requests.of("deleteSession").map(({ path }) => path),
    dynatrace: mocks["user-session-management"].requests
      .of("removeUserSession")
      .map(({ url }) => url.slice(url.indexOf("?"))),
  });
  const everywhere = [user, "--rubrik-session", "session-7"];

  test("names what would be ended in a dry run, and ends nothing", async () => {
    mocks.cohesity.fail("getUsers", cohesityUsers);
    const { code, stdout } = await start("end-sessions-of-user", ...everywhere, "--dry-run");
    expect({ code, ends: ends() }).toEqual({
      code: 0,
      ends: { cohesity: [], rubrik: [], openziti: [], dynatrace: [] },
    });
    expect(stdout).toContain(
      "cohesity: would end all sessions of S-1-5-1\nrubrik: would end session session-7\nopenziti: would end session ",
    );
  });

  test("ends them on all four, and those of nobody else", async () => {
    mocks.cohesity.fail("getUsers", cohesityUsers);
    const { code, stdout, stderr } = await start("end-sessions-of-user", ...everywhere);
    expect(code).toBe(0);
    expect(ends()).toEqual({
      cohesity: ["?sid=S-1-5-1"],
      rubrik: ["/session/session-7"],
      openziti: ["/sessions/session-0001", "/sessions/session-0002"],
      dynatrace: [`?userId=${user}`],
    });
    expect(stdout + stderr).not.toMatch(/secret/);
  });

  test("ends them on the others where one system fails, says which, and ends with 1", async () => {
    mocks.cohesity.fail("getUsers", { status: 500, body: { message: "out of order" } });
    const { code, stderr } = await start("end-sessions-of-user", ...everywhere);
    expect(code).toBe(1);
    expect(stderr).toContain("failed: cohesity: getUsers answered 500: out of order\n");
    expect(ends()).toMatchObject({ cohesity: [], rubrik: ["/session/session-7"], dynatrace: [`?userId=${user}`] });
  });

  test("does not take the sessions of its own account on OpenZiti for those of the user", async () => {
    const { code, stderr } = await start("end-sessions-of-user", "ann");
    expect(code).toBe(1);
    expect(stderr).toContain("failed: openziti: the credentials are those of ops.user, who cannot end sessions of ann");
    expect(ends()).toMatchObject({ openziti: [] });
  });
});

describe("who-is-signed-in", () => {
  test("prints a row for each user of each system", async () => {
    const { code, stdout, stderr } = await start("who-is-signed-in", "--format", "csv");
    expect(code).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "system,user,sessions",
      String.raw`cohesity,LOCAL\ops,2`,
      String.raw`cohesity,ad.example.com\auditor,1`,
      "openziti,identity-0001,2",
      "user-session-management,jane.doe,1",
      "user-session-management,admin,1",
      "",
    ]);
    expect(stderr).toContain("asking openziti (2 of 3)");
  });

  test("prints a table and JSON of the same", async () => {
    expect((await start("who-is-signed-in")).stdout).toMatch(/^system +user +sessions\n/);
    expect(JSON.parse((await start("who-is-signed-in", "--format", "json")).stdout)).toContainEqual({
      system: "user-session-management",
      user: "admin",
      sessions: 1,
    });
  });

  test("prints what it has got where one system fails, says which, and ends with 1", async () => {
    mocks.cohesity.fail("getActiveSessionsCount", { status: 403 });
    const { code, stdout, stderr } = await start("who-is-signed-in", "--format", "csv");
    expect(code).toBe(1);
    expect(stdout).toContain("openziti,identity-0001,2");
    expect(stderr).toMatch(/failed: cohesity: getActiveSessionsCount answered 403/);
  });
});
