import { isObject } from "../load/json.ts";
import { quote } from "../types/escape.ts";
import { Arrow, Raw } from "./code.ts";

/** What the expressions of a plan find their values in: variables where what the expressions become stands. */
export type Root = "field" | "session" | "answer";

/** The runtime expressions of `x-sdk-credentials` as TypeScript; it notes what they need. */
export class Compiler {
  readonly #roots = new Set<Root>();
  readonly #helpers: Set<string>;
  readonly #present: ReadonlySet<string>;

  /** `helpers` takes up the names of what is to be imported of the runtime; `present` are expressions that always have a value. */
  constructor(helpers: Set<string>, present: ReadonlySet<string> = new Set()) {
    this.#helpers = helpers;
    this.#present = present;
  }

  /** Whether anything that was compiled is found there. */
  uses(root: Root): boolean {
    return this.#roots.has(root);
  }

  /** A function of those of the parameters that the value needs. */
  arrow(parameters: readonly Root[], body: unknown): Arrow {
    const used = parameters.filter((name) => this.#roots.has(name));
    return new Arrow(used, body);
  }

  /** An expression, a text with `{expressions}` in it, or a literal; of objects and lists each part. */
  value(value: unknown): unknown {
    // What is null in an answer is not there, and so leaves its place out.
    if (typeof value === "string")
      return new Raw(this.text(value) + (value.startsWith("$response") ? " ?? undefined" : ""));
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, this.value(part)]));
  }

  text(text: string): string {
    if (text.startsWith("$")) return this.#expression(text);
    const parts = text.split(/\{(\$[^{}]+)\}/);
    if (parts.length === 1) return quote(text);
    const arePresent = parts.every((part, index) => index % 2 === 0 || this.#present.has(part));
    const compiled = parts.map((part, index) => {
      if (index % 2 === 0) return quote(part);
      return arePresent ? `String(${this.#expression(part)})` : this.#expression(part);
    });
    const pieces = compiled.filter((part) => part !== '""');
    return arePresent ? pieces.join(" + ") : this.call("joined", pieces);
  }

  call(helper: string, values: readonly string[]): string {
    this.#helpers.add(helper);
    return `${helper}(${values.join(", ")})`;
  }

  #expression(expression: string): string {
    const [, root, name = ""] = EXPRESSION.exec(expression) ?? [];
    if (root === "field." || root === "session.") {
      const parameter = root === "field." ? "field" : "session";
      this.#roots.add(parameter);
      return `${parameter}[${quote(name)}]`;
    }
    this.#roots.add("answer");
    if (root === "response.header.") return `answer.headers.get(${quote(name)})`;
    return `answer.body${tokens(name)
      .map((token) => `?.[${quote(token)}]`)
      .join("")}`;
  }
}

/** The names in a JSON pointer. */
function tokens(pointer: string): string[] {
  const escaped = pointer.split("/").slice(1);
  return escaped.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

const EXPRESSION = /^\$(field\.|session\.|response\.header\.|response\.body#)(.*)$/s;
