import {
  createValidator,
  type ValidationOptions,
  type ValidationProblem,
  type Validator,
} from "../../src/validation.ts";

/** What a single operation of a document says; the rest is put around it. */
export interface Parts {
  /** Schema of the request body. */
  readonly body?: unknown;
  readonly bodyType?: string;
  readonly bodyRequired?: boolean;
  readonly parameters?: readonly unknown[];
  /** Parameters of the whole path. */
  readonly shared?: readonly unknown[];
  /** Schema of the answer 200. */
  readonly answer?: unknown;
  readonly responses?: object;
  readonly components?: object;
}

const json = "application/json";

function documentOf(parts: Parts): object {
  const { body, bodyType = json, bodyRequired = true, parameters = [], shared = [], answer, components = {} } = parts;
  const requestBody = body === undefined ? {} : { requestBody: bodyOf(body, bodyType, bodyRequired) };
  const responses = parts.responses ?? { 200: { content: { [json]: { schema: answer } } } };
  const post = { operationId: "use", parameters, ...requestBody, responses };
  return { openapi: "3.1.0", paths: { "/things": { parameters: shared, post } }, components };
}

function bodyOf(schema: unknown, type: string, required: boolean): object {
  return { required, content: { [type]: { schema } } };
}

function validatorOf(parts: Parts, options?: ValidationOptions): Validator {
  return createValidator("shop", documentOf(parts), options);
}

/** What is wrong with arguments, as "pointer: what was expected". */
export async function problemsOf(parts: Parts, args: Readonly<Record<string, unknown>>): Promise<string[]> {
  const call = Promise.resolve(validatorOf(parts).request!("use", args));
  return call.then(
    () => [],
    (error: { problems?: readonly ValidationProblem[] }) => {
      if (error.problems === undefined) throw error;
      return error.problems.map(({ pointer, expected }) => `${pointer}: ${expected}`);
    },
  );
}

/** The same of a body whose schema is given. */
export async function bodyProblems(schema: unknown, body: unknown, components: object = {}): Promise<string[]> {
  return problemsOf({ body: schema, components }, { body });
}

export interface Answer {
  readonly status?: number;
  readonly mediaType?: string;
  readonly data: unknown;
}

/** What is wrong with an answer. */
export async function answerProblems(parts: Parts, answer: Answer): Promise<string[]> {
  const { status = 200, mediaType = json, data } = answer;
  const { request, response } = validatorOf({ ...parts, body: undefined, parameters: [] });
  await request!("use", {});
  const said: string[] = [];
  await response!("use", status, mediaType, data, (_, error) => {
    const { problems } = error as { problems: readonly ValidationProblem[] };
    said.push(...problems.map(({ pointer, expected }) => `${pointer}: ${expected}`));
  });
  return said;
}

/** The same of data whose schema is given. */
export async function dataProblems(schema: unknown, data: unknown, components: object = {}): Promise<string[]> {
  return answerProblems({ answer: schema, components }, { data });
}
