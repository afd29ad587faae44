import { kindsFeeding } from "../emit/example.ts";
import { isObject, type JsonObject, own, textAt } from "../load/json.ts";
import { joinPointer, resolvePointer } from "../load/pointer.ts";
import type { Kind, Model, Operation } from "../model/model.ts";
import type { Line } from "./text.ts";

/** What an operation needs, alternative by alternative, and which kinds of credentials can give it. */
export function credentialLines(document: JsonObject, { kinds }: Model, { security, pointer }: Operation): Line[] {
  const stated = own(resolvePointer(document, pointer), "security") === undefined ? "/security" : `${pointer}/security`;
  if (security === undefined) {
    const says = own(document, "security") !== undefined || stated !== "/security";
    return [{ what: "none", why: "nothing is asked for", pointer: says ? stated : undefined }];
  }
  return security.flatMap((alternative, index) => {
    const schemes = Object.keys(alternative);
    const place = joinPointer(stated, index);
    if (schemes.length === 0) return [{ what: "none", why: "it can be called without", pointer: place }];
    const able = kindsFeeding(kinds, schemes);
    return [
      {
        what: schemes.join(" and "),
        why: able.length === 0 ? "no kind of credentials gives it" : "one of:",
        pointer: place,
      },
      ...able.map((kind) => kindLine(document, kind)),
    ];
  });
}

function kindLine(document: JsonObject, { name, fields, plan }: Kind): Line {
  const given = [...fields].map(([field, { required }]) => `${field}${required ? "" : "?"}`).join(", ");
  const login = own(plan, "login");
  const step = textAt(login, "operationId") ?? textAt(login, "tokenUrl");
  const written = isObject(own(document, "x-sdk-credentials"));
  return {
    what: `  { ${given} }`,
    why: `kind ${name}${login === undefined ? "" : `, which signs in by ${step ?? "a request"}`}${written ? "" : ", made of the security requirements"}`,
    pointer: written ? joinPointer("/x-sdk-credentials", name) : "/components/securitySchemes",
  };
}
