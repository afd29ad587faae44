import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { own, textAt } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import { operationOn } from "./context.ts";
import type { Check } from "./context.ts";
import { soundExtensions } from "./extensions.ts";

/** The parameter exists; if its absence can be chosen, it may be absent, and the choice is an argument of its own. */
export const checkCaution: Check = (spec) => {
  return soundExtensions(spec, "x-sdk-caution").flatMap(({ value, pointer, owner }): Diagnostic[] => {
    const operation = operationOn(spec, owner);
    const name = textAt(value, "parameter");
    const choice = textAt(value, "choice");
    if (operation === undefined || name === undefined) return [];
    const parameters = spec.parameters(operation);
    const names = parameters.map((parameter) => parameter.name);
    const problems: Diagnostic[] = [];

    const parameter = parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined) {
      const message = `This operation has no parameter "${name}"`;
      const fix = suggest(name, names, "declare it");
      problems.push(spec.error("unknown-parameter", joinPointer(pointer, "parameter"), message, fix));
    }
    if (choice === undefined) return problems;
    if (parameter?.required === true) {
      const message = `"${name}" is required: its absence cannot be chosen`;
      const fix = "remove the choice, or the parameter's required: true";
      problems.push(spec.error("invalid-value", joinPointer(pointer, "choice"), message, fix));
    }
    const isBody = ["body", "contentType"].includes(choice) && own(operation.value, "requestBody") !== undefined;
    if (names.includes(choice) || isBody) {
      const message = `"${choice}" is an argument of this operation already`;
      const fix = "give the choice a name of its own";
      problems.push(spec.error("invalid-value", joinPointer(pointer, "choice"), message, fix));
    }
    return problems;
  });
};
