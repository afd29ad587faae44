// Lists by item and by page, an error by its status, and openapi-fetch's own client on the same sign-in.
import { isApiError, OpenzitiClient } from "@vendor-sdks/openziti";
import { baseUrlOf } from "./appliance.ts";

export async function pages(): Promise<string> {
  await using openziti = new OpenzitiClient({
    baseUrl: baseUrlOf("openziti"),
    credentials: { username: "laptop-7", password: "a password" },
  });

  const services: string[] = [];
  for await (const session of openziti.sessions.listSessions({ filter: 'type = "Dial"' }))
    services.push(session.service?.name ?? "unnamed");

  let items = 0;
  for await (const page of openziti.sessions.listSessions().pages()) items += page.items.length;

  let missing = "nothing";
  try {
    // The header asks a mock for this answer; an appliance ignores it.
    await openziti.sessions.detailSession({ id: "none" }, { headers: { prefer: "code=404" } });
  } catch (error) {
    if (!isApiError(error, "detailSession", 404)) throw error;
    missing = error.body.error.code ?? "an error without a code";
  }

  const { data } = await openziti.http.GET("/services", { params: { query: { limit: 1 } } });

  return `${services.length} sessions, ${items} in pages, ${missing}, ${data?.data.length ?? 0} services`;
}
