import { isObject, type JsonObject, objectAt, own, textAt } from "../../generate/load/json.ts";
import type { LoadedSpec } from "../../generate/load/load.ts";
import { dereference, joinPointer } from "../../generate/load/pointer.ts";
import { operationsOf, parameterKey, parametersOf, type SpecOperation } from "../../generate/load/walk.ts";
import { buildServer } from "../../generate/model/servers.ts";
import type { Place, ShowFile } from "../report.ts";
import { fieldComparer } from "./fields.ts";
import type { Node } from "./schemas.ts";

export type ItemKind = "operation" | "parameter" | "field" | "status";

/** Something that a vendor's own spec has and ours lacks. */
export interface Item {
  readonly kind: ItemKind;
  /** Our name of the operation; method and path of one that we do not have. */
  readonly operation: string;
  /** What of it: where a parameter or a field belongs, what an operation does. */
  readonly what: string;
  readonly name: string | undefined;
  /** Where theirs says it. */
  readonly place: Place;
}

/** What there may be to do. Theirs may be wrong or of another release, so nothing of it is taken over by itself. */
export function worklistOf(ours: LoadedSpec, theirs: LoadedSpec, show: ShowFile): Item[] {
  const known = new Map(
    operationsOf(ours.document).flatMap((operation) =>
      requestsOf(ours.document, operation).map((key) => [key, operation]),
    ),
  );
  const compareFields = fieldComparer(theirs.document, ours.document);

  const itemAt = (pointer: string, item: Omit<Item, "place">): Item => {
    const { file, line, column } = theirs.place(pointer);
    return { ...item, place: { file: show(file), line, column } };
  };

  const within = (their: SpecOperation, our: SpecOperation): Item[] => {
    const operation = textAt(our.value, "operationId") ?? nameOf(our);
    const parameters = new Set(parametersOf(ours.document, our).map(parameterKey));
    const [theirAnswers, ourAnswers] = [answersOf(theirs.document, their), answersOf(ours.document, our)];
    const fieldsOf = (what: string, theirBody: readonly Node[], ourBody: readonly Node[]): Item[] =>
      compareFields(theirBody, ourBody).map(({ path, pointer }) =>
        itemAt(pointer, { kind: "field", operation, what, name: path }),
      );
    return [
      ...parametersOf(theirs.document, their)
        .filter((parameter) => parameter.in !== "path" && !parameters.has(parameterKey(parameter)))
        .map(({ in: what, name, pointer }) => itemAt(pointer, { kind: "parameter", operation, what, name })),
      ...fieldsOf("request", requestBody(theirs.document, their), requestBody(ours.document, our)),
      ...[...theirAnswers].flatMap(([status, { pointer, body }]) => {
        const answer = ourAnswers.get(status);
        return answer === undefined
          ? [itemAt(pointer, { kind: "status", operation, what: "", name: status })]
          : fieldsOf(`answer ${status}`, body, answer.body);
      }),
    ];
  };

  return operationsOf(theirs.document).flatMap((their) => {
    const our = requestsOf(theirs.document, their).flatMap((key) => known.get(key) ?? [])[0];
    if (our !== undefined) return within(their, our);
    const what = textAt(their.value, "summary") ?? "";
    return [itemAt(their.pointer, { kind: "operation", operation: nameOf(their), what, name: undefined })];
  });
}

function nameOf({ method, path }: SpecOperation): string {
  return `${method.toUpperCase()} ${path}`;
}

/** What is sent, by the path alone and with the server's path in front of it: documents draw that line differently. */
function requestsOf(document: JsonObject, { method, path }: SpecOperation): string[] {
  const { url, variables } = buildServer(document);
  const filled = url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    return variables.find((variable) => variable.name === name)?.default ?? "";
  });
  const base = filled.replace(/^[^/]*\/\/[^/]*/, "");
  return [base + path, path].map((each) => `${method.toUpperCase()} ${each.replaceAll(/\{[^{}]*\}/g, "{}")}`);
}

function requestBody(document: JsonObject, { value, pointer }: SpecOperation): Node[] {
  return contentOf(document, own(value, "requestBody"), joinPointer(pointer, "requestBody"));
}

interface Answer {
  readonly pointer: string;
  readonly body: readonly Node[];
}

function answersOf(document: JsonObject, { value, pointer }: SpecOperation): Map<string, Answer> {
  const answers = Object.entries(objectAt(value, "responses")).filter(([status]) => !status.startsWith("x-"));
  return new Map(
    answers.map(([status, answer]) => {
      const place = joinPointer(pointer, "responses", status);
      return [status.toUpperCase(), { pointer: place, body: contentOf(document, answer, place) }];
    }),
  );
}

/** The schemas of a body in any of its media types. */
function contentOf(document: JsonObject, value: unknown, pointer: string): Node[] {
  const found = dereference(document, value, pointer);
  return Object.entries(objectAt(found?.value, "content")).flatMap(([mediaType, described]) => {
    const schema = own(described, "schema");
    const place = joinPointer(found?.pointer ?? pointer, "content", mediaType, "schema");
    return isObject(schema) ? [{ value: schema, pointer: place }] : [];
  });
}
