import type { Operation, Parameter } from "../model/model.ts";

/** Which arguments an example gives. */
export type Extent = "required" | "all";

/** The arguments of an example call, from the spec's own examples. */
export function exampleArguments(operation: Operation, extent: Extent): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const parameter of operation.parameters) {
    if (parameter.example === undefined) continue;
    if (extent === "all" || isDemanded(operation, parameter)) args[parameter.argument] = parameter.example;
  }
  const { body } = operation;
  if (body?.example !== undefined && (extent === "all" || body.required)) args["body"] = body.example;
  return args;
}

/** Whether a call must give the argument, by the spec or by its caution. */
export function isDemanded({ caution }: Operation, { required, name }: Parameter): boolean {
  return required || caution?.parameter === name;
}

/** Whether a call can do without any arguments. */
export function needsArguments(operation: Operation): boolean {
  return operation.body?.required === true || operation.parameters.some((each) => isDemanded(operation, each));
}
