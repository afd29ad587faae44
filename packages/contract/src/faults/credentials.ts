import type { Plan } from "../openapi/plans.ts";
import type { Appliance } from "./appliance.ts";
import type { Facts } from "./facts.ts";

/** `plain`: a secret that goes on requests as it is. `renewable`: what can sign in anew. */
export type WhichCredentials = "plain" | "renewable";

/** Credentials that the appliance lets in; undefined where the service has none. */
export function credentialsFor(
  { plain, login }: Facts,
  appliance: Appliance,
  which: WhichCredentials,
): Readonly<Record<string, unknown>> | undefined {
  if (which === "renewable" && login === undefined && plain !== undefined) return functions(appliance, plain);
  const plan = which === "plain" ? (plain ?? login) : login;
  return plan && appliance.fieldsFor(plan);
}

/** Functions that give a new secret each time, which is how credentials without a login are renewed. */
function functions(appliance: Appliance, plan: Plan): Readonly<Record<string, unknown>> {
  const fields = appliance.fieldsFor(plan);
  const [name] = Object.keys(fields);
  return name === undefined ? fields : { ...fields, [name]: appliance.tokenSource() };
}
