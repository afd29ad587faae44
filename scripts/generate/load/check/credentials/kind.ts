import { isObject, objectAt, own } from "../../json.ts";
import type { JsonObject } from "../../json.ts";
import { joinPointer } from "../../pointer.ts";
import type { Extension } from "../context.ts";

/** One kind of credential of a document whose `x-sdk-credentials` meets its schema. */
export interface CredentialKind {
  readonly name: string;
  readonly pointer: string;
  readonly value: JsonObject;
  readonly fields: readonly string[];
  /** Fields that must be given: neither optional nor with a default. */
  readonly required: readonly string[];
  /** Names under which the session keeps values. */
  readonly kept: readonly string[];
  readonly signsIn: boolean;
}

export function credentialKinds({ value, pointer }: Extension): CredentialKind[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, kind]) => {
    if (!isObject(kind)) return [];
    const fields = Object.entries(objectAt(kind, "fields"));
    return [
      {
        name,
        pointer: joinPointer(pointer, name),
        value: kind,
        fields: fields.map(([field]) => field),
        required: fields
          .filter(([, field]) => own(field, "optional") !== true && own(field, "default") === undefined)
          .map(([field]) => field),
        kept: Object.keys(objectAt(kind, "keep")),
        signsIn: own(kind, "login") !== undefined,
      },
    ];
  });
}
