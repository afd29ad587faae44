import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { suggest } from "../../../diagnostics/nearest.ts";
import { isObject, objectAt, own, textAt } from "../../json.ts";
import { joinPointer } from "../../pointer.ts";
import type { Check, SpecContext } from "../context.ts";
import { soundExtensions } from "../extensions.ts";
import { expressionsIn } from "./expressions.ts";
import type { Expression } from "./expressions.ts";
import { credentialKinds } from "./kind.ts";
import type { CredentialKind } from "./kind.ts";
import { checkAuthorize, checkStep } from "./step.ts";

/**
 * What the schema of `x-sdk-credentials` cannot say: operations, parameters, schemes, fields and kept values exist,
 * each expression stands where its value is known, and no two kinds fit the same set of given fields.
 */
export const checkCredentials: Check = (spec) => {
  return soundExtensions(spec, "x-sdk-credentials").flatMap((extension) => {
    const kinds = credentialKinds(extension);
    return [...kinds.flatMap((kind) => checkKind(spec, kind)), ...checkClashes(spec, kinds)];
  });
};

function checkKind(spec: SpecContext, kind: CredentialKind): Diagnostic[] {
  const { value, pointer } = kind;
  const problems = checkAuthorize(spec, own(value, "authorize"), joinPointer(pointer, "authorize"));
  for (const name of ["login", "challenge", "logout"]) {
    const step = own(value, name);
    const operationId = textAt(step, "operationId");
    if (!isObject(step) || operationId === undefined) continue;
    problems.push(...checkStep(spec, step, operationId, joinPointer(pointer, name)));
  }
  const ask = textAt(objectAt(value, "challenge"), "ask");
  if (ask !== undefined && !kind.fields.includes(ask)) {
    problems.push(unknownField(spec, kind, ask, joinPointer(pointer, "challenge", "ask")));
  }
  for (const part of ["login", "challenge", "keep", "lifetime", "authorize", "logout"]) {
    for (const expression of expressionsIn(own(value, part), joinPointer(pointer, part))) {
      problems.push(...checkExpression(spec, kind, part, expression));
    }
  }
  return problems;
}

/** Which values are known where. A kind that signs in authorizes by what it kept: fields are forgotten by then. */
function rootsAt(part: string, signsIn: boolean): readonly Expression["root"][] {
  if (part === "login") return ["field"];
  if (part === "challenge") return ["field", "session", "response"];
  if (part === "keep") return ["field", "response"];
  if (part === "lifetime") return ["response"];
  return signsIn ? ["session"] : ["field"];
}

function checkExpression(spec: SpecContext, kind: CredentialKind, part: string, expression: Expression): Diagnostic[] {
  const { root, name, text, pointer } = expression;
  const roots = rootsAt(part, kind.signsIn);
  // Without a login nothing is kept: that is the plainer thing to say of a `$session` there.
  if (!roots.includes(root) && !(root === "session" && !kind.signsIn)) {
    const message = `${text} is not known in "${part}" of "${kind.name}"`;
    const fix = `write ${roots.map((known) => `$${known}`).join(" or ")} here`;
    const keepIt = kind.signsIn && !roots.includes("response") && part !== "login";
    return [spec.error("misplaced-expression", pointer, message, keepIt ? `${fix}, and add the value to keep` : fix)];
  }
  if (root === "field" && !kind.fields.includes(name)) return [unknownField(spec, kind, name, pointer)];
  if (root !== "session" || kind.kept.includes(name)) return [];
  const message = `"${kind.name}" keeps no "${name}"`;
  const otherwise = kind.signsIn ? `add "${name}" to its keep` : "write $field, or add a login";
  return [spec.error("unknown-session-value", pointer, message, suggest(name, kind.kept, otherwise))];
}

function unknownField(spec: SpecContext, kind: CredentialKind, name: string, pointer: string): Diagnostic {
  const fix = suggest(name, kind.fields, `add "${name}" to its fields`);
  return spec.error("unknown-credential-field", pointer, `"${kind.name}" has no field "${name}"`, fix);
}

/** Two kinds clash when the required fields of both, given together, are known to both. */
function checkClashes(spec: SpecContext, kinds: readonly CredentialKind[]): Diagnostic[] {
  return kinds.flatMap((kind, index) => {
    const clashing = kinds.slice(0, index).filter((other) => {
      return (
        kind.required.every((field) => other.fields.includes(field)) &&
        other.required.every((field) => kind.fields.includes(field))
      );
    });
    return clashing.map((other) => {
      const fields = [...new Set([...kind.required, ...other.required])].join(", ");
      const message = `Given ${fields === "" ? "no field" : fields}, both "${other.name}" and "${kind.name}" fit`;
      const fix = "give one of them a required field that the other does not know, such as one with a const";
      return spec.error("clashing-credentials", kind.pointer, message, fix);
    });
  });
}
