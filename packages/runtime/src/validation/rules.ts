import type { Schema } from "@cfworker/json-schema";
import { isJson, isText } from "../media-type.ts";
import { dereference, fieldsOf, isObject, type JsonObject, listOf, own } from "./document.ts";
import { type Lookup, Preparation } from "./prepare.ts";

/** What an argument has to be. */
export interface ArgumentRule {
  readonly name: string;
  readonly required: boolean;
  /** Undefined for a body that is neither JSON nor text. */
  readonly schema: Schema | undefined;
  /** Whether it travels as JSON writes it. */
  readonly written: boolean;
}

/** What an operation takes and answers; found out at the first use of each part. */
export class OperationRules {
  readonly #document: object;
  readonly #requests: Preparation;
  readonly #answers: Preparation;
  readonly #item: JsonObject;
  readonly #operation: JsonObject;
  #arguments: readonly ArgumentRule[] | undefined;
  readonly #prepared: Map<unknown, Schema> = new Map();

  constructor(document: object, requests: Preparation, answers: Preparation, found: Found) {
    this.#document = document;
    this.#requests = requests;
    this.#answers = answers;
    this.#item = found.item;
    this.#operation = found.operation;
  }

  get arguments(): readonly ArgumentRule[] {
    this.#arguments ??= [...this.#parameters(), ...this.#body()];
    return this.#arguments;
  }

  /** The schema of an answer's data; undefined where the spec declares none. */
  answer(status: number, mediaType: string, data: unknown): Schema | undefined {
    const schema = this.#declared(status, mediaType, typeof data === "string" && !isJson(mediaType));
    if (schema === undefined) return undefined;
    let prepared = this.#prepared.get(schema);
    if (prepared === undefined) this.#prepared.set(schema, (prepared = this.#answers.prepare(schema)));
    return prepared;
  }

  get requestLookup(): Lookup {
    return this.#requests.lookup;
  }

  get answerLookup(): Lookup {
    return this.#answers.lookup;
  }

  #parameters(): ArgumentRule[] {
    // The operation's own go before those of its path; header names know no case.
    const byPlace = new Map<string, JsonObject>();
    for (const each of [...listOf(this.#item["parameters"]), ...listOf(this.#operation["parameters"])]) {
      const parameter = dereference(this.#document, each);
      const name = String(parameter["name"]);
      byPlace.set(`${String(parameter["in"])} ${parameter["in"] === "header" ? name.toLowerCase() : name}`, parameter);
    }
    const all = [...byPlace.values()];
    return all.map((parameter) => {
      // With `content` in place of a schema it travels as JSON.
      const [content] = Object.values(fieldsOf(parameter["content"]));
      return {
        name: argumentName(parameter, all),
        required: parameter["required"] === true,
        schema: this.#requests.prepare(own(content, "schema") ?? parameter["schema"]),
        written: content !== undefined,
      };
    });
  }

  #body(): ArgumentRule[] {
    const body = dereference(this.#document, this.#operation["requestBody"]);
    const [content] = Object.entries(fieldsOf(body["content"]));
    if (content === undefined) return [];
    const [mediaType, { schema }] = [content[0], fieldsOf(content[1])];
    const readable = isJson(mediaType) || isText(mediaType);
    const prepared = readable ? this.#requests.prepare(schema) : undefined;
    return [{ name: "body", required: body["required"] === true, schema: prepared, written: true }];
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

/** As the emitted arguments are named: plain unless the name stands in several places, and the path goes first. */
function argumentName({ name, in: place }: JsonObject, all: readonly JsonObject[]): string {
  const others = all.filter((each) => each["name"] === name);
  const inPath = others.some((each) => each["in"] === "path");
  const shared = others.length > 1 && (inPath || place !== "query");
  return name !== "body" && (place === "path" || !shared) ? String(name) : `${String(place)}.${String(name)}`;
}

interface Found {
  readonly item: JsonObject;
  readonly operation: JsonObject;
}

/** Finds the rules of operations by their operationId. */
export function operationRules(document: object): (id: string) => OperationRules | undefined {
  const requests = new Preparation(document, "request");
  const answers = new Preparation(document, "answer");
  const rules = new Map<string, OperationRules>();
  let found: Map<string, Found> | undefined;
  return (id) => {
    found ??= operationsOf(document);
    const operation = found.get(id);
    if (operation !== undefined && !rules.has(id)) {
      rules.set(id, new OperationRules(document, requests, answers, operation));
    }
    return rules.get(id);
  };
}

function operationsOf(document: object): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const path of Object.values(fieldsOf(own(document, "paths")))) {
    const item = dereference(document, path);
    for (const operation of [...Object.values(item), ...Object.values(fieldsOf(item["additionalOperations"]))]) {
      const id = own(operation, "operationId");
      if (typeof id === "string" && isObject(operation)) found.set(id, { item, operation });
    }
  }
  return found;
}
