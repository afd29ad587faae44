// Options of one call: time limits, retries, a signal.
import { UserSessionManagementClient } from "@vendor-sdks/user-session-management";
import { baseUrlOf } from "./appliance.ts";

export async function limits(): Promise<string> {
  const client = new UserSessionManagementClient({
    baseUrl: baseUrlOf("user-session-management"),
    credentials: { apiToken: "dt0c01.sample" },
  });
  const patient = client.withOptions({ timeout: 5_000, totalTimeout: 20_000 });
  const sessions = await patient.userSessions.getUserSessions({}, { signal: AbortSignal.timeout(30_000) });
  await client.close();
  return `${sessions.length} sessions`;
}
