import { expect, test } from "vitest";
import type { Logger } from "@vendor-sdks/runtime";
import { dereference, isObject, listOf, objectOf, textOf } from "../openapi/json.ts";
import type { Spec } from "../openapi/spec.ts";
import { callOperation, type Suite } from "./suite.ts";

/** What the spec calls secret shows in no log line, wherever an answer has it; anything else does. */
export function describeSecrecy(suite: Suite): void {
  const [operation] = suite.cases.operations;
  const names = secretNames(suite.spec);
  if (operation === undefined || names.length === 0) return;

  test("shows in log lines nothing that the spec calls secret", async () => {
    for (const name of names) {
      const lines: string[] = [];
      const say = (...line: unknown[]): void => void lines.push(JSON.stringify(line));
      const logger: Logger = { debug: say, info: say, warn: say, error: say };
      const answer = { open: "shown", deep: [{ [name]: `hidden ${name}` }] };
      const client = suite.client({ logger, logLevel: "debug", fetch: () => Promise.resolve(Response.json(answer)) });
      await callOperation(client, operation, operation.arguments.all).result();
      const said = lines.join("\n");
      expect(said).toContain("shown");
      expect(said, name).not.toContain(`hidden ${name}`);
    }
  });
}

/** Wire names of the properties and parameters that are marked secret, are passwords, or are sent and never shown. */
function secretNames({ document, operations }: Spec): string[] {
  const found = new Set<string>();
  const isSecret = (value: unknown): boolean => {
    const schema = objectOf(value);
    return schema["x-sdk-sensitive"] === true || schema["format"] === "password";
  };
  const collect = (value: unknown, isSent: boolean, seen: Set<unknown>): void => {
    if (Array.isArray(value)) for (const each of listOf(value)) collect(each, isSent, seen);
    if (!isObject(value)) return;
    const target = textOf(value["$ref"]) === undefined ? value : dereference(document, value);
    if (seen.has(target)) return;
    seen.add(target);
    for (const [name, property] of Object.entries(objectOf(target["properties"]))) {
      // What is only ever written is no part of an answer.
      const says = [objectOf(property), dereference(document, property)];
      const isWritten = says.some((schema) => schema["writeOnly"] === true);
      if (isWritten ? isSent : says.some(isSecret)) found.add(name);
    }
    for (const each of Object.values(target)) collect(each, isSent, seen);
  };
  for (const { parameters, body, answers } of operations.values()) {
    for (const { name, schema } of parameters) if (isSecret(schema)) found.add(name);
    for (const { schema } of body?.contents ?? []) collect(schema, true, new Set());
    for (const { contents } of answers) for (const { schema } of contents) collect(schema, false, new Set());
  }
  return [...found].sort();
}
