import { leftOut, replaced, type Operator } from "../operator.ts";
import { assignmentsOf, nameOf, propertyOf, textOfLiteral, type Source } from "../source.ts";
import { argumentType, operationsIn } from "./descriptors.ts";

const OTHER_METHOD: Readonly<Record<string, string>> = {
  GET: "POST",
  POST: "PUT",
  PUT: "PATCH",
  PATCH: "PUT",
  DELETE: "GET",
};

export const wrongMethod: Operator = {
  name: "wrong method",
  breaks: "The request has another method than the spec says.",
  *find(source) {
    for (const { value, text } of properties(source, "method")) {
      yield replaced(value, JSON.stringify(OTHER_METHOD[text] ?? "POST"));
    }
  },
};

export const wrongPath: Operator = {
  name: "wrong path",
  breaks: "The request goes to a path that the spec does not have.",
  *find(source) {
    for (const { value, text } of properties(source, "path")) {
      yield replaced(value, JSON.stringify(text.replace(/^\/([^/{]+)/, "/$1s")));
    }
  },
};

export const swappedPathParameters: Operator = {
  name: "swapped path parameters",
  breaks: "Two parameters of a path stand in each other's place.",
  *find(source) {
    for (const { value, text } of properties(source, "path")) {
      const swapped = text.replace(/(\{[^{}]+\})([^{}]+)(\{[^{}]+\})/, "$3$2$1");
      if (swapped !== text) yield replaced(value, JSON.stringify(swapped));
    }
  },
};

export const lostParameter: Operator = {
  name: "lost parameter",
  breaks: "A parameter of the query, a header or a cookie cannot be given.",
  *find(source) {
    for (const operation of operationsIn(source)) {
      for (const place of ["query", "header", "cookie"]) {
        for (const each of assignmentsOf(propertyOf(operation, place)?.initializer)) yield leftOut(each);
      }
    }
  },
};

/** A style that writes a value of the type otherwise: two that write it alike would make a mutant that nothing can tell. */
function otherStyle(style: string, type: string): string | undefined {
  const isList = /\[\](?:\s*\|\s*undefined)?$/.test(type);
  if (style === "comma" && isList)
    return `(name, value) => [value].flat().map((each) => \`\${name}=\${each}\`).join("&")`;
  if (style === "form" && isList) return `(name, value) => \`\${name}=\${[value].flat().join(",")}\``;
  return /^(?:form|text)$/.test(style) && /string|"/.test(type)
    ? `(name, value) => \`\${name}[]=\${value}\``
    : undefined;
}

export const wrongStyle: Operator = {
  name: "wrong style",
  breaks: "A parameter is written in another style: exploded where it is to be joined, or the other way round.",
  *find(source) {
    for (const operation of operationsIn(source)) {
      const id = textOfLiteral(propertyOf(operation, "id")?.initializer) ?? "";
      for (const each of assignmentsOf(propertyOf(operation, "query")?.initializer)) {
        const other = otherStyle(each.initializer.getText(), argumentType(source, id, nameOf(each)));
        if (other !== undefined) yield replaced(each.initializer, other);
      }
    }
  },
};

export const lostBody: Operator = {
  name: "lost body",
  breaks: "The body of a call is not sent.",
  *find(source) {
    for (const { value } of properties(source, "body"))
      yield replaced(value, `() => [undefined as never, undefined as never]`);
  },
};

export const wrongContentType: Operator = {
  name: "wrong content type",
  breaks: "The body is said to be of another media type than it is.",
  *find(source) {
    for (const { value, text } of properties(source, "body")) {
      if (text !== "") yield replaced(value, JSON.stringify(text === "text/plain" ? "text/html" : "text/plain"));
    }
  },
};

export const wrongAccept: Operator = {
  name: "wrong Accept",
  breaks: "An answer of a declared media type is not asked for.",
  *find(source) {
    for (const { value, text } of properties(source, "accept")) {
      yield replaced(value, JSON.stringify(text.split(",")[0]));
    }
  },
};

export const lostCaution: Operator = {
  name: "lost caution",
  breaks: "A drastic call is sent although nobody said that it is meant.",
  *find(source) {
    for (const operation of operationsIn(source)) {
      const caution = propertyOf(operation, "caution");
      if (caution !== undefined) yield leftOut(caution);
    }
  },
};

/** A property of every operation that has it, with its text where it is a literal. */
function properties(
  source: Source,
  name: string,
): { readonly value: Parameters<typeof replaced>[0]; readonly text: string }[] {
  return operationsIn(source).flatMap((operation) => {
    const value = propertyOf(operation, name)?.initializer;
    return value === undefined ? [] : [{ value, text: textOfLiteral(value) ?? "" }];
  });
}
