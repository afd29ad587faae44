// One call, and the four ways to take its answer.
import { CohesityClient, isApiError } from "@vendor-sdks/cohesity";
import { baseUrlOf } from "./appliance.ts";

export async function calls(): Promise<string> {
  const cohesity = new CohesityClient({
    baseUrl: baseUrlOf("cohesity"), // of a real cluster: host: "cluster.example.com"
    credentials: { username: "ops", password: "a password", domain: "LOCAL" },
  });

  // The data, or an error is thrown.
  const { users } = await cohesity.users.getUsers({ domain: "LOCAL", roles: ["COHESITY_VIEWER"] });

  // The data and the answer it came in.
  const { data, response } = await cohesity.users.getUsers().withResponse();

  // The answer as fetch has it: any status, body unread.
  const raw: Response = await cohesity.users.getUsers().asResponse();
  await raw.body?.cancel();

  // No throw for any status; which type `data` or `error` has follows from it.
  const body = { username: "ops", password: "a password", domain: "LOCAL" };
  const result = await cohesity.sessions.createSession({ body }).result();
  const session = result.ok ? result.data.sessionId : result.error?.errorCode;
  if (!result.ok && result.status === 401) return `refused: ${String(session)}`;

  // This API has no status of its own for an error: the guard tells the operation.
  try {
    await cohesity.users.getUserBySid({ sid: "S-1-5-21-1" }, { headers: { prefer: "code=404" } });
  } catch (error) {
    if (!isApiError(error, "getUserBySid")) throw error;
  }

  await cohesity.close();
  return `${users?.length ?? 0} users, status ${response.status} and ${raw.status}, ${data.users?.length ?? 0} once more, session ${String(session)}`;
}
