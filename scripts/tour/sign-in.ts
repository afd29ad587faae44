import { pointerOfRef, resolvePointer } from "../generate/load/pointer.ts";
import { exampleFields, kindsOf, type FieldValues, type Kind } from "../mock/credentials.ts";
import type { OperationCase, Vendor } from "../mock/vendor.ts";
import { MASK } from "./sensitive.ts";

export interface SignInPlan {
  readonly kind: Kind;
  readonly credentials: FieldValues;
}

/** How the tour signs in: by a login where the service has one, and by one that people type rather than by a certificate. */
export function planSignIn(vendor: Vendor): SignInPlan | undefined {
  // A token endpoint is none of the mock's, and a tour calls nothing else.
  const kinds = kindsOf(vendor.document).filter(({ login }) => login?.tokenUrl === undefined);
  const [kind] = kinds.toSorted((a, b) => weight(b) - weight(a));
  if (kind === undefined) return undefined;
  const { challenge } = kind;
  const besides = challenge !== undefined && isAsked(vendor, kind) ? [challenge.ask] : [];
  return { kind, credentials: exampleFields(kind, besides) };
}

/** How much there is to type: a mock without TLS knows no certificate, and one-time codes are for whoever has to. */
function weight({ login, fields }: Kind): number {
  if (login === undefined) return -1;
  const all = Object.values(fields);
  const typed = all.filter(
    (field) => field.optional !== true && field.default === undefined && field.const === undefined,
  );
  return typed.some(({ once }) => once === true) ? 0 : typed.length;
}

/** Whether the login's first example, with which the mock answers, asks for the second factor. */
function isAsked({ operations }: Vendor, { login, challenge }: Kind): boolean {
  const operation = operations.find(({ operationId }) => operationId === login?.operationId);
  const answer = operation && firstExample(operation);
  return Object.entries(challenge?.when ?? {}).every(([expression, value]) => {
    const pointer = pointerOfRef(expression.replace(/^\$response\.body/, ""));
    return pointer !== undefined && (resolvePointer(answer, pointer) ?? null) === value;
  });
}

function firstExample({ answers }: OperationCase): unknown {
  return answers.find(({ code }) => code >= 200 && code < 300)?.examples[0]?.value;
}

/** The field values as text that may be shown. */
export function showCredentials({ kind, credentials }: SignInPlan): string {
  return Object.entries(credentials)
    .map(([name, value]) => `${name} ${kind.fields[name]?.secret === false ? JSON.stringify(value) : MASK}`)
    .join(", ");
}
