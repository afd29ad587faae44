import type { Facts, SchemaFacts } from "./facts.ts";
import { namesIn } from "./types.ts";

/** Schema name → the operations that send or receive it, directly or inside another schema. */
export function schemaUses(facts: Facts): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const operation of facts.operations.values()) {
    const types = [
      ...operation.parameters.map((parameter) => parameter.type.value),
      ...[operation.body, ...operation.responses].flatMap(({ content }) => content.map(({ type }) => type)),
    ];
    const open = types.flatMap(namesIn);
    const seen = new Set<string>();
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      open.push(...namesInSchema(facts.schemas.get(name)));
    }
    for (const name of seen) uses.set(name, [...(uses.get(name) ?? []), operation.id]);
  }
  return uses;
}

function namesInSchema(schema: SchemaFacts | undefined): string[] {
  const types = [...(schema?.fields ?? []).map((field) => field.type), ...(schema?.type ? [schema.type] : [])];
  return types.flatMap(namesIn);
}

/** Security scheme → the operations that accept it. */
export function schemeUses(facts: Facts): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const operation of facts.operations.values()) {
    const schemes = new Set(operation.security.value.flat());
    for (const scheme of schemes) uses.set(scheme, [...(uses.get(scheme) ?? []), operation.id]);
  }
  return uses;
}
