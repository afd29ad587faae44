import { asObject, resolveLocal, type JsonObject } from "./json.ts";

/** Says which operation a request is meant for, for messages that people read. */
export function operationNamer(document: JsonObject): (method: string, path: string) => string {
  const routes = Object.entries(asObject(document["paths"])).map(([template, item]) => ({
    template,
    pattern: toPattern(template),
    item: resolveLocal(document, item) ?? {},
  }));
  // A literal path wins over a template that fits as well.
  routes.sort((a, b) => a.template.split("{").length - b.template.split("{").length);
  return (method, path) => {
    const operations = routes.filter(({ pattern }) => pattern.test(path));
    const route = operations.find(({ item }) => method.toLowerCase() in item);
    if (route === undefined) return `${method} ${path} (not in the document)`;
    const { operationId } = asObject(route.item[method.toLowerCase()]);
    return `${method} ${route.template}${typeof operationId === "string" ? ` (${operationId})` : ""}`;
  };
}

function toPattern(template: string): RegExp {
  const literals = template.split(/\{[^{}]*\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join("[^/]*")}$`);
}
