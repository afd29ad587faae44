import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import type { Field, Kind } from "./model.ts";
import { pascalCase } from "./names.ts";

/** The kinds of credentials, in the order of the text. */
export function buildKinds(document: JsonObject): Kind[] {
  return Object.entries(objectAt(document, "x-sdk-credentials")).flatMap(([name, plan]) => {
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
