import { objectOf } from "../openapi/json.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { child, descend, follow, names, rootNode, type SpecNode } from "./spec-node.ts";

/** Where the operation stands. */
export function operationNode({ document, path, method }: SpecOperation): SpecNode {
  const item = descend(rootNode(document), "paths", path);
  const fixed = child(item, method.toLowerCase());
  return fixed.value === undefined ? descend(item, "additionalOperations", method) : fixed;
}

/** The answer that the spec declares for a status: by itself, by its hundred, or as the default. */
export function answerNode(operation: SpecOperation, status: number): SpecNode | undefined {
  const responses = descend(operationNode(operation), "responses");
  const declared = [String(status), `${String(status)[0] ?? ""}XX`, `${String(status)[0] ?? ""}xx`, "default"];
  const name = declared.find((each) => Object.hasOwn(objectOf(responses.value), each));
  return name === undefined ? undefined : follow(child(responses, name));
}

/** The schemas of the operation's errors in JSON. */
export function errorSchemas(operation: SpecOperation): SpecNode[] {
  const responses = descend(operationNode(operation), "responses");
  return names(responses)
    .filter((status) => /^[45]|^default$/.test(status))
    .flatMap((status) => {
      const content = descend(responses, status, "content");
      return names(content)
        .filter((type) => /\bjson\b/.test(type))
        .map((type) => descend(content, type, "schema"));
    })
    .filter(({ value }) => value !== undefined);
}
