import { readFileSync } from "node:fs";
import type { Call, Validator } from "@vendor-sdks/runtime";
import type { ValidationOptions } from "@vendor-sdks/runtime/validation";
import { describe, expect, it } from "vitest";
import type { AnswerCase } from "./cases.ts";
import { readComplete } from "./complete.ts";
import { type FakeServer, inTurn } from "./fake-server.ts";
import { type AnyClient, type AnyResult, callOperation } from "./suite/suite.ts";

export interface ValidationSuiteOptions {
  /** The package's folder, with a slash at the end. */
  readonly folder: URL;
  /** The package's client class. */
  readonly client: new (options: never) => AnyClient;
  /** The package's validator. */
  readonly validator: (options?: ValidationOptions) => Validator;
  readonly credentials: object;
}

/** A client that validates, and what its logger was warned of. */
export interface Validating {
  readonly warned: readonly unknown[];
  /** Calls an operation by name, with arguments that its types would refuse. */
  readonly call: (operation: string, args: object) => Call<unknown, AnyResult>;
}

export type Validate = (server: FakeServer, options?: ValidationOptions) => Validating;

/**
 * Holds a package's validator against the examples of its spec, which all have to pass, and its bundles, which must not
 * hold it unasked. Gives what makes a validating client, for the package's own tests of what must not pass.
 */
export function validationSuite(options: ValidationSuiteOptions): Validate {
  const { operations } = readComplete(options.folder).cases;
  const validating: Validate = ({ fetch }, how = { responses: "error" }) => {
    const warned: unknown[] = [];
    const client = new (options.client as new (options: object) => AnyClient)({
      baseUrl: "https://appliance.example.com",
      credentials: options.credentials,
      fetch,
      retry: { limit: 0 },
      validator: options.validator(how),
      logger: { warn: (message: string) => warned.push(message) },
    });
    const call: Validating["call"] = (name, args) => {
      const operation = operations.find(({ operationId }) => operationId === name);
      if (operation === undefined) throw new Error(`There is no operation ${name}`);
      return callOperation(client, operation, args as Parameters<typeof callOperation>[2]);
    };
    return { warned, call };
  };

  describe.each(operations.map((operation) => [operation.operationId, operation] as const))("%s", (id, operation) => {
    it("passes with the arguments that the spec gives as examples", async () => {
      const answer = operation.answers.find(({ code }) => code < 300) ?? NOTHING;
      for (const args of [operation.arguments.required, operation.arguments.all]) {
        const server = inTurn(responseOf(answer, answer.examples[0]?.value));
        await validating(server).call(id, args);
        expect(server.requests).toHaveLength(1);
      }
    });

    it("passes with every answer that the spec gives as an example", async () => {
      for (const answer of operation.answers.filter(isHeld)) {
        const values = answer.mediaType === null ? [undefined] : answer.examples.map(({ value }) => value);
        expect(values).not.toEqual([]);
        for (const value of values) {
          const { call, warned } = validating(inTurn(responseOf(answer, value)));
          const result = await call(id, operation.arguments.all).result();
          expect(result.ok ? result.data : result.error).toEqual(value);
          expect(warned).toEqual([]);
        }
      }
    });
  });

  describe("the built package", () => {
    const dist = new URL("dist/", options.folder);
    const validation = /runtime\/validation|openapi_default/;

    it.each(["index.mjs", "operations.mjs"])("has neither validation nor the spec behind %s", (entry) => {
      expect(codeBehind(dist, entry)).not.toMatch(validation);
    });

    it("has both behind the entry of their own", () => {
      expect(codeBehind(dist, "validation.mjs")).toMatch(validation);
    });
  });

  return validating;
}

/** What an operation answers that declares no success. */
const NOTHING: AnswerCase = { status: "204", code: 204, mediaType: null, examples: [] };

/** Whether an answer is one that validation looks into, and that can be made: a 204 has no body, whatever its spec says. */
function isHeld({ code, mediaType }: AnswerCase): boolean {
  return mediaType === null || (BODILESS.includes(code) ? false : /^text\/plain|[/+]json(?:$|;)/.test(mediaType));
}

const BODILESS = [204, 205, 304];

function responseOf({ code, mediaType }: AnswerCase, value: unknown): Response {
  if (mediaType === null || BODILESS.includes(code)) return new Response(null, { status: code });
  const body = mediaType.startsWith("text/plain") ? String(value) : JSON.stringify(value);
  return new Response(body, { status: code, headers: { "content-type": mediaType } });
}

/** The code of an entry and of the files of the same folder that it imports. */
function codeBehind(folder: URL, entry: string, seen: Set<string> = new Set()): string {
  if (seen.has(entry)) return "";
  seen.add(entry);
  const code = readFileSync(new URL(entry, folder), "utf8");
  const imports = [...code.matchAll(/from "\.\/([^"]+)"/g)];
  return code + imports.map(([, file = ""]) => codeBehind(folder, file, seen)).join("");
}
