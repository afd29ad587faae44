import { ConfigurationError } from "./errors/configuration-error.ts";
import { ValidationError, type ValidationProblem } from "./errors/validation-error.ts";
import { check, type Engine, loadEngine } from "./validation/engine.ts";
import { escapeToken } from "./validation/problems.ts";
import { operationRules, type OperationRules } from "./validation/rules.ts";
import type { OperationPlace, Validator } from "./validation/validator.ts";

export { ValidationError, type OperationPlace, type ValidationProblem, type Validator };

export interface ValidationOptions {
  /** Refuse arguments that break the spec, before anything is sent. Default true. */
  readonly requests?: boolean | undefined;
  /**
   * What becomes of a success that breaks the spec: the call rejects, the client's logger is warned, or nothing is looked at.
   * Default "warn". Bodies of errors are never more than warned of.
   */
  readonly responses?: "error" | "warn" | false | undefined;
}

/** Makes the validator of a service from its OpenAPI document. Schemas are prepared at the first use of an operation. */
export function createValidator(service: string, document: object, options: ValidationOptions = {}): Validator {
  const { requests = true, responses = "warn" } = options;
  const rulesOf = operationRules(document);
  let engine: Engine | undefined;

  return {
    async request(operation, args, place) {
      engine ??= await loadEngine(service);
      const rules = rulesOf(operation, place);
      if (rules === undefined) {
        throw new ConfigurationError(service, `${operation} is unknown to the validator: it is another service's`);
      }
      const problems = requests ? problemsOf(engine, rules, args) : [];
      if (problems.length > 0) throw new ValidationError(service, operation, undefined, problems);
    },
    response(operation, status, mediaType, data, warn, place) {
      const rules = responses === false ? undefined : rulesOf(operation, place);
      const schema = rules?.answer(status, mediaType, data);
      if (engine === undefined || rules === undefined || schema === undefined) return;
      const problems = check(engine, { schema, lookup: rules.answerLookup, written: false, files: 0 }, data);
      if (problems.length === 0) return;
      const error = new ValidationError(service, operation, status, problems);
      if (responses === "error" && status < 300) throw error;
      warn(error.message, error);
    },
  };
}

function problemsOf(
  engine: Engine,
  rules: OperationRules,
  args: Readonly<Record<string, unknown>>,
): readonly ValidationProblem[] {
  return rules.argumentsWith(args["contentType"]).flatMap(({ name, required, schema, written, files }) => {
    const value = args[name];
    const pointer = `/${escapeToken(name)}`;
    // A parameter that is null is left out; a body that is null is sent as such.
    if (value === undefined || (value === null && name !== "body")) {
      return required ? [{ pointer, expected: "a value, as it is required" }] : [];
    }
    if (schema === undefined) return [];
    const found = check(engine, { schema, lookup: rules.requestLookup, written, files }, value);
    return found.map((problem) => ({ ...problem, pointer: pointer + problem.pointer }));
  });
}
