import { asObject, isObject, resolveLocal, type JsonObject } from "./json.ts";

/** Turns every header of type array or object into one of type string, and says which. */
export function simplifyHeaders(document: JsonObject): string[] {
  const names = new Set<string>();
  for (const header of headersOf(document)) {
    const { type } = resolveLocal(document, header.object["schema"]) ?? {};
    if (type !== "array" && type !== "object") continue;
    names.add(header.name);
    header.object["schema"] = { type: "string" };
    keepTextExample(header.object);
  }
  return [...names];
}

interface Header {
  readonly name: string;
  readonly object: JsonObject;
}

function* headersOf(document: JsonObject): Generator<Header> {
  const components = asObject(document["components"]);
  yield* parameters(Object.values(asObject(components["parameters"])));
  yield* responseHeaders(components["headers"]);
  for (const response of Object.values(asObject(components["responses"]))) {
    yield* responseHeaders(asObject(response)["headers"]);
  }
  const items = [...Object.values(asObject(document["paths"])), ...Object.values(asObject(components["pathItems"]))];
  for (const item of items.map(asObject)) {
    yield* parameters(item["parameters"]);
    for (const operation of Object.values(item).map(asObject)) {
      yield* parameters(operation["parameters"]);
      for (const response of Object.values(asObject(operation["responses"]))) {
        yield* responseHeaders(asObject(response)["headers"]);
      }
    }
  }
}

function* parameters(list: unknown): Generator<Header> {
  for (const object of Array.isArray(list) ? list : []) {
    if (isObject(object) && object["in"] === "header") yield { name: String(object["name"]), object };
  }
}

function* responseHeaders(headers: unknown): Generator<Header> {
  for (const [name, object] of Object.entries(asObject(headers))) {
    if (isObject(object)) yield { name, object };
  }
}

/** An example that is a list still says what the text looks like; any other would contradict the new type. */
function keepTextExample(header: JsonObject): void {
  const { example, examples } = header;
  const first: unknown = example ?? asObject(Object.values(asObject(examples))[0])["value"];
  delete header["example"];
  delete header["examples"];
  if (Array.isArray(first)) header["example"] = first.join(",");
  else if (typeof first === "string") header["example"] = first;
}
