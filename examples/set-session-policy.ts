import {
  credentialsFromEnvironment,
  UserSessionManagementClient,
  type UserSessionsConfig,
} from "@vendor-sdks/user-session-management";
import { APPLIANCE, APPLIANCE_USAGE, placeOf } from "./lib/appliance.ts";
import { closing } from "./lib/closing.ts";
import { command, numberOf, UsageError } from "./lib/command.ts";

const usage = `
Sets how many sessions a user of a Dynatrace Managed cluster may have at a time, and when an idle one ends.

  node set-session-policy.ts [options]

  --user-limit N        sessions of a user, 0 for any number
  --admin-limit N       sessions of an administrator, 0 for any number; both are 0, or neither
  --idle-minutes N      sign out whoever has been idle for so long; 0 for never
  --dry-run             shows what would change, and changes nothing
  ${APPLIANCE_USAGE}

What is not given stays as it is. Credentials: USER_SESSION_MANAGEMENT_API_TOKEN.
`;

const options = {
  ...APPLIANCE,
  "user-limit": { type: "string" },
  "admin-limit": { type: "string" },
  "idle-minutes": { type: "string" },
  "dry-run": { type: "boolean" },
} as const;

await command(usage, options, async ({ values }) => {
  const userLimit = wholeOf("user-limit", values["user-limit"]);
  const adminLimit = wholeOf("admin-limit", values["admin-limit"]);
  const idle = wholeOf("idle-minutes", values["idle-minutes"]);
  const client = new UserSessionManagementClient({
    ...placeOf("user-session-management", values),
    credentials: credentialsFromEnvironment(),
  });
  return closing(client, async (cluster) => {
    // The cluster replaces the policy as a whole: what shall stay has to be sent again.
    const before = await cluster.sessionPolicy.getConcurrentSessionPolicyConfig();
    const { concurrentSessionPolicyDto: limits, automaticLogoutDto: logout } = before;
    const after: UserSessionsConfig = {
      concurrentSessionPolicyDto: {
        userLimit: userLimit ?? limits.userLimit,
        adminLimit: adminLimit ?? limits.adminLimit,
      },
      automaticLogoutDto: {
        logoutInactiveUsersEnabled: idle === undefined ? logout.logoutInactiveUsersEnabled : idle > 0,
        userInactivityTimeout: idle === undefined || idle === 0 ? logout.userInactivityTimeout : idle * 60,
      },
    };
    const { userLimit: users, adminLimit: admins } = after.concurrentSessionPolicyDto;
    if ((users === 0) !== (admins === 0)) {
      throw new UsageError(
        `A limit of 0 holds for users and administrators together, and this would make ${users} and ${admins}`,
      );
    }
    const changes = changesBetween(before, after);
    console.log(changes.length === 0 ? "The policy is so already." : changes.join("\n"));
    if (values["dry-run"] !== true && changes.length > 0) {
      await cluster.sessionPolicy.updateConcurrentSessionPolicyConfig({ body: after });
    }
    return [];
  });
});

function wholeOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = numberOf(name, text);
  if (!Number.isInteger(number)) throw new UsageError(`--${name} takes a whole number, and not "${text}"`);
  return number;
}

function changesBetween(before: UserSessionsConfig, after: UserSessionsConfig): string[] {
  const [was, is] = [before, after].map((policy) => ({
    ...policy.concurrentSessionPolicyDto,
    ...policy.automaticLogoutDto,
  }));
  return Object.entries(is ?? {}).flatMap(([name, value]) => {
    const old = Object.entries(was ?? {}).find(([other]) => other === name)?.[1];
    return old === value ? [] : [`${name}: ${String(old)} → ${String(value)}`];
  });
}
