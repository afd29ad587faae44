import { inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { isApiError, UserSessionManagementClient } from "../../src/index.ts";

// What users of other clients of this API ran into, by the threads in which they said so.

const baseUrl = "https://managed.example.com/api/cluster/v2";
const credentials = { apiToken: "dt0c01.example.token" };

function clientOf({ fetch }: FakeServer): UserSessionManagementClient {
  return new UserSessionManagementClient({ baseUrl, credentials, fetch, retry: { limit: 0 } });
}

async function errorOf(call: Promise<unknown>): Promise<Error> {
  return call.then(
    () => new Error("it succeeded"),
    (reason: unknown) => reason as Error,
  );
}

describe("a token without the scope (dynatrace-api 10; terraform-provider-dynatrace 101, 327; dynatrace-service 634)", () => {
  const forbidden = (): Response =>
    Response.json({ error: { code: 403, message: "Token is missing required scope." } }, { status: 403 });

  it("is told with the scope that the call needs", async () => {
    const error = await errorOf(clientOf(inTurn(forbidden())).userSessions.getUserSessions());
    expect(isApiError(error, "getUserSessions", 403)).toBe(true);
    expect(error.message).toContain("Token is missing required scope.");
    expect(error.message).toContain("ServiceProviderAPI");
    expect(error.message).toContain("apiToken");
  });

  it("is told so for every call, and never with the token", async () => {
    const server = inTurn(forbidden(), forbidden());
    const { sessionPolicy, userSessions } = clientOf(server);
    for (const call of [
      sessionPolicy.getConcurrentSessionPolicyConfig(),
      userSessions.removeUserSession({ userId: "jane.doe" }),
    ]) {
      const error = await errorOf(call);
      expect(error.message).toContain("ServiceProviderAPI");
      expect(String(error) + JSON.stringify(error)).not.toContain(credentials.apiToken);
    }
  });
});

describe("an HTML page in place of JSON (dynatrace-operator 4955)", () => {
  const page = (status: number): Response =>
    new Response("<!doctype html><html><body>Please log in</body></html>", {
      status,
      headers: { "content-type": "text/html;charset=utf-8" },
    });

  it("with status 200 is an error that says what came", async () => {
    const error = await errorOf(clientOf(inTurn(page(200))).userSessions.getUserSessions());
    expect(error.name).toBe("ParseError");
    for (const part of ["200", "text/html", "Please log in"]) expect(error.message).toContain(part);
  });

  it("with an error status is an error with that status, and keeps the page", async () => {
    const error = await errorOf(clientOf(inTurn(page(502))).userSessions.getUserSessions());
    expect(error).toMatchObject({ name: "ApiError", status: 502, declared: false });
    expect((error as Error & { text: string }).text).toContain("Please log in");
  });
});

it("sessions and their policy can be read, replaced and ended (dynatrace-configuration-as-code 67)", async () => {
  const policy = {
    concurrentSessionPolicyDto: { userLimit: 3, adminLimit: 5 },
    automaticLogoutDto: { logoutInactiveUsersEnabled: true, userInactivityTimeout: 900 },
  };
  const empty = (): Response => new Response(null, { status: 200 });
  const server = inTurn(Response.json(policy), empty(), empty());
  const { sessionPolicy, userSessions } = clientOf(server);
  const found = await sessionPolicy.getConcurrentSessionPolicyConfig();
  const { automaticLogoutDto } = found;
  await sessionPolicy.updateConcurrentSessionPolicyConfig({
    body: { ...found, automaticLogoutDto: { ...automaticLogoutDto, userInactivityTimeout: 600 } },
  });
  await userSessions.removeUserSession({ userId: "jane.doe" });
  expect(server.requests.map(({ method }) => method)).toEqual(["GET", "PUT", "DELETE"]);
  expect(JSON.parse(server.requests[1]?.body ?? "")).toMatchObject({
    concurrentSessionPolicyDto: { userLimit: 3 },
    automaticLogoutDto: { userInactivityTimeout: 600 },
  });
});
