import { type Mock, startMock } from "@vendor-sdks/mock-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "./run.ts";

let mock: Mock;
beforeEach(async () => {
  mock = await startMock("openziti");
});
afterEach(() => mock.close());

const start = (script: string, ...args: string[]): ReturnType<typeof run> =>
  run(script, ["--url", mock.baseUrl, ...args], {
    OPENZITI_USERNAME: "operator",
    OPENZITI_PASSWORD: "a-secret-password",
  });

function listOf(...sessions: { id: string; name?: string; type?: string; createdAt?: string }[]): object {
  const data = sessions.map(({ id, name, type = "Dial", createdAt = "2026-01-02T03:04:05.000Z" }) => ({
    id,
    type,
    createdAt,
    updatedAt: createdAt,
    _links: null,
    apiSession: null,
    apiSessionId: "api-session",
    edgeRouters: null,
    identityId: "ann",
    service: name === undefined ? null : { _links: {}, entity: "services", id: name, name },
    serviceId: name ?? "gone",
    token: "a-secret-token",
  }));
  return { data, meta: { pagination: { limit: 500, offset: 0, totalCount: data.length } } };
}

describe("watch-openziti-sessions", () => {
  test("prints what came and what went, and nothing of what stayed", async () => {
    mock.fail("listSessions", {
      status: 200,
      body: listOf({ id: "a", name: "mail" }, { id: "b", name: "web" }),
      times: 1,
    });
    mock.fail("listSessions", { status: 200, body: listOf({ id: "b", name: "web" }, { id: "c" }) });
    const { code, stdout, stderr } = await start("watch-openziti-sessions", "--every", "0", "--times", "3");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "2 sessions at the beginning\n" });
    expect(stdout.replaceAll(/^\S+Z/gm, "TIME")).toBe(
      "TIME - a Dial mail by ann\nTIME + c Dial (service gone) by ann\n",
    );
  });

  test("ends the session that it has watched with", async () => {
    await start("watch-openziti-sessions", "--times", "1");
    expect(mock.requests.map(({ operation }) => operation)).toEqual([
      "authenticate",
      "listSessions",
      "deleteCurrentApiSession",
    ]);
  });

  test("ends with 0 and its session with it when it is interrupted", async () => {
    const environment = {
      OPENZITI_USERNAME: "operator",
      OPENZITI_PASSWORD: "a-secret-password",
      OPENZITI_URL: mock.baseUrl,
    };
    expect(await run("watch-openziti-sessions", [], environment, { stopAt: "at the beginning" })).toMatchObject({
      code: 0,
    });
    expect(mock.requests.of("deleteCurrentApiSession")).toHaveLength(1);
  });

  test("goes on after a look that failed, and tells so in the end", async () => {
    mock.fail("listSessions", { status: 400, times: 1 });
    const { code, stderr } = await start("watch-openziti-sessions", "--every", "0", "--times", "2");
    expect(code).toBe(1);
    expect(stderr).toMatch(/look 1: .*400[\s\S]*sessions at the beginning\nfailed: .*400/);
  });
});

describe("export-openziti-sessions", () => {
  test("counts sessions by service, those without any and those that are gone included", async () => {
    const body = listOf(
      { id: "a", name: "mail", createdAt: "2026-01-03T00:00:00.000Z" },
      { id: "b", name: "mail", type: "Bind" },
      { id: "c" },
    );
    mock.fail("listSessions", { status: 200, body });
    const { code, stdout, stderr } = await start("export-openziti-sessions");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "3 of 3 sessions\n" });
    expect(stdout.split("\n")).toEqual([
      "service,id,dial,bind,identities,oldest",
      "payroll,service-0001,0,0,0,",
      "mail,mail,1,1,1,2026-01-02T03:04:05.000Z",
      "(service gone),gone,1,0,1,2026-01-02T03:04:05.000Z",
      "",
    ]);
  });

  test("writes no formula into a spreadsheet", async () => {
    mock.fail("listSessions", { status: 200, body: listOf({ id: "a", name: '=cmd("x")' }) });
    const { stdout } = await start("export-openziti-sessions");
    expect(stdout).toContain(`"'=cmd(""x"")"`);
  });

  test("has the line of the columns where there is nothing to export", async () => {
    mock.fail("listSessions", { status: 200, body: listOf() });
    mock.fail("listServices", { status: 200, body: listOf() });
    expect((await start("export-openziti-sessions")).stdout).toBe("service,id,dial,bind,identities,oldest\n");
  });

  test("ends with 2 on a format that it does not have, and sends nothing", async () => {
    expect(await start("export-openziti-sessions", "--format", "xml")).toMatchObject({ code: 2, stdout: "" });
    expect(mock.requests).toHaveLength(0);
  });

  test("ends with 1 where the controller fails, and writes nothing", async () => {
    mock.fail("listSessions", { status: 400 });
    const { code, stdout, stderr } = await start("export-openziti-sessions");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("listSessions answered 400");
  });
});
