import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../../load/json.ts";
import type { Field, Kind } from "../model.ts";
import { pascalCase } from "../names.ts";
import { credentialPlans } from "./derive.ts";

/** The kinds of credentials: those that the document describes, or those that its security requirements make. */
export function buildKinds(document: JsonObject): Kind[] {
  return Object.entries(credentialPlans(document)).flatMap(([name, plan]) => {
    if (!isObject(plan)) return [];
    const fields = Object.entries(objectAt(plan, "fields")).map(([field, says]) => [field, buildField(says)] as const);
    return [
      {
        name,
        typeName: pascalCase(name),
        description: textAt(plan, "description") ?? "",
        fields: new Map(fields),
        plan,
      },
    ];
  });
}

function buildField(says: unknown): Field {
  const fixed = own(says, "const");
  const byDefault = textAt(says, "default");
  return {
    description: textAt(says, "description") ?? "",
    required: own(says, "optional") !== true && byDefault === undefined,
    secret: own(says, "secret") !== false,
    once: own(says, "once") === true,
    default: byDefault,
    values: fixed === undefined ? (listAt(says, "enum") as readonly string[]) : [fixed as string | boolean],
  };
}
