import type { Schema } from "@cfworker/json-schema";
import { bareType, coversType, isJson, isJsonSequence, isTextual } from "../media-type.ts";
import { dereference, fieldsOf, isObject, type JsonObject, listOf, own } from "./document.ts";
import { type Lookup, Preparation } from "./prepare.ts";
import type { OperationPlace } from "./validator.ts";

/** What an argument has to be. */
export interface ArgumentRule {
  readonly name: string;
  readonly required: boolean;
  /** Undefined for a body that is a file or a stream. */
  readonly schema: Schema | undefined;
  /** Whether it travels as JSON writes it. */
  readonly written: boolean;
  /** How far down in it there are files: see {@link asJson}. */
  readonly files: number;
}

/** What an operation takes and answers; found out at the first use of each part. */
export class OperationRules {
  readonly #document: object;
  readonly #requests: Preparation;
  readonly #answers: Preparation;
  readonly #item: JsonObject;
  readonly #operation: JsonObject;
  #parameters: readonly ArgumentRule[] | undefined;

  constructor(document: object, requests: Preparation, answers: Preparation, found: Found) {
    this.#document = document;
    this.#requests = requests;
    this.#answers = answers;
    this.#item = found.item;
    this.#operation = found.operation;
  }

  /** What the arguments have to be; of a body its `contentType` decides. */
  argumentsWith(contentType: unknown): readonly ArgumentRule[] {
    this.#parameters ??= this.#parameterRules();
    return [...this.#parameters, ...this.#bodyRule(contentType)];
  }

  /** The schema of an answer's data; undefined where the spec declares none. */
  answer(status: number, mediaType: string, data: unknown): Schema | undefined {
    // A file, or what is read as it comes.
    if (data instanceof Blob || (isObject(data) && Symbol.asyncIterator in data)) return undefined;
    const schema = this.#declared(status, mediaType, typeof data === "string" && !isJson(mediaType));
    return schema === undefined ? undefined : this.#answers.prepare(schema);
  }

  get requestLookup(): Lookup {
    return this.#requests.lookup;
  }

  get answerLookup(): Lookup {
    return this.#answers.lookup;
  }

  #parameterRules(): ArgumentRule[] {
    // The operation's own go before those of its path; header names know no case.
    const byPlace = new Map<string, JsonObject>();
    for (const each of [...listOf(this.#item["parameters"]), ...listOf(this.#operation["parameters"])]) {
      const parameter = dereference(this.#document, each);
      const name = String(parameter["name"]);
      byPlace.set(`${String(parameter["in"])} ${parameter["in"] === "header" ? name.toLowerCase() : name}`, parameter);
    }
    const all = [...byPlace.values()];
    return all.map((parameter) => {
      // With `content` in place of a schema it travels as JSON, or as a text.
      const [content] = Object.entries(fieldsOf(parameter["content"]));
      return {
        name: argumentName(parameter, all),
        required: parameter["required"] === true,
        schema: this.#requests.prepare(own(content?.[1], "schema") ?? parameter["schema"]),
        written: content !== undefined && isJson(bareType(content[0])),
        files: 0,
      };
    });
  }

  #bodyRule(contentType: unknown): ArgumentRule[] {
    const body = dereference(this.#document, this.#operation["requestBody"]);
    const contents = fieldsOf(body["content"]);
    const types = Object.keys(contents);
    if (types.length === 0) return [];
    const asked = contentType === undefined ? undefined : bareType(contentType);
    const meant =
      types.find((type) => (asked === undefined ? isJson(bareType(type)) : bareType(type) === asked)) ??
      (asked === undefined ? types[0] : types.find((type) => coversType(type, asked)));
    // What none of them covers is refused when it is written.
    const media = fieldsOf(contents[meant ?? ""]);
    const checked =
      meant !== undefined && media["schema"] !== undefined && isChecked(this.#document, bareType(meant), media);
    const schema = checked ? this.#requests.prepare(media["schema"]) : undefined;
    const files = bareType(meant ?? "").startsWith("multipart/") ? 2 : 0;
    return [{ name: "body", required: body["required"] === true, schema, written: true, files }];
  }

  // As an answer is read: by its status, its range, the nearest success or `default`; by its media type, or, for want of
  // one that says more, as what it was read as.
  #declared(status: number, mediaType: string, isText: boolean): unknown {
    const responses = fieldsOf(this.#operation["responses"]);
    const keys = [`${status}`, `${Math.trunc(status / 100)}XX`];
    if (status < 300) keys.push(Object.keys(responses).find((key) => key.startsWith("2")) ?? "default");
    else keys.push("default");
    const key = keys.find((each) => Object.hasOwn(responses, each));
    if (key === undefined) return undefined;
    const contents = fieldsOf(dereference(this.#document, responses[key])["content"]);
    const types = Object.keys(contents);
    const readAs = types.filter((type) => isJson(type) !== isText);
    return own(contents[readAs.find((type) => type === mediaType) ?? readAs[0] ?? types[0] ?? ""], "schema");
  }
}

/** Whether a body is a value that a schema can be held against, and not a file, a stream or what is iterated once. */
function isChecked(document: object, type: string, media: JsonObject): boolean {
  if (isJsonSequence(type) || media["itemSchema"] !== undefined || type === "*/*") return false;
  // Of a text in XML the schema says what the document has, as one of objects does of any text that they are written as.
  const types = [dereference(document, media["schema"])["type"] ?? "string"].flat();
  if (isTextual(type) && !isJson(type) && (/[/+]xml$/.test(type) || !types.includes("string"))) return false;
  // Of parts nothing is said by a schema of a text, as of a file that has no field.
  if (type.startsWith("multipart/") && dereference(document, media["schema"])["type"] === "string") return false;
  return (
    isJson(type) || isTextual(type) || type === "application/x-www-form-urlencoded" || type.startsWith("multipart/")
  );
}

/** As the emitted arguments are named: plain unless the name stands in several places, and the path goes first. */
function argumentName({ name, in: place }: JsonObject, all: readonly JsonObject[]): string {
  const others = all.filter((each) => each["name"] === name);
  const inPath = others.some((each) => each["in"] === "path");
  const shared = others.length > 1 && (inPath || place !== "query");
  return name !== "body" && name !== "contentType" && (place === "path" || !shared)
    ? String(name)
    : `${String(place)}.${String(name)}`;
}

interface Found {
  readonly item: JsonObject;
  readonly operation: JsonObject;
}

/** Finds the rules of operations by their place in the document; where that is not told, by their operationId. */
export function operationRules(document: object): (id: string, place?: OperationPlace) => OperationRules | undefined {
  const requests = new Preparation(document, "request");
  const answers = new Preparation(document, "answer");
  const rules = new Map<Found, OperationRules>();
  let found: Map<string, Found> | undefined;
  return (id, place) => {
    found ??= operationsOf(document);
    const operation = (place && found.get(labelOf(place.method, place.path))) ?? found.get(id);
    if (operation !== undefined && !rules.has(operation)) {
      rules.set(operation, new OperationRules(document, requests, answers, operation));
    }
    return operation && rules.get(operation);
  };
}

function operationsOf(document: object): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const [path, value] of Object.entries(fieldsOf(own(document, "paths")))) {
    const item = dereference(document, value);
    const all = { ...item, ...fieldsOf(item["additionalOperations"]) };
    for (const [method, operation] of Object.entries(all)) {
      if (!isObject(operation)) continue;
      found.set(labelOf(method, path), { item, operation });
      const { operationId } = operation;
      if (typeof operationId === "string") found.set(operationId, { item, operation });
    }
  }
  return found;
}

function labelOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path}`;
}
