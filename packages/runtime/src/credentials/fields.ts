import { ConfigurationError } from "../errors/configuration-error.ts";
import type { Given } from "./choose.ts";
import type { Kind } from "./kind.ts";

/** The values that a user gave for a kind's fields, functions among them, and what may still be done with them. */
export class Fields {
  readonly #service: string;
  readonly #kind: Kind;
  readonly #given: Given;
  /** One-time values given as text that are used up. */
  readonly #spent = new Set<string>();

  constructor(service: string, kind: Kind, given: Given) {
    this.#service = service;
    this.#kind = kind;
    this.#given = given;
  }

  /** Whether signing in once more could work: fields are at hand, none of them used up, and not a plain token that would be the same again. */
  get renewable(): boolean {
    if (this.#spent.size > 0) return false;
    const { fields, login } = this.#kind;
    const names = Object.keys(fields).filter((name) => this.has(name));
    return login === undefined ? names.some((name) => typeof this.#given[name] === "function") : names.length > 0;
  }

  has(name: string): boolean {
    return this.#given[name] !== undefined;
  }

  /** The values for one sign-in; functions are asked, except for the one-time field that is asked for only when it is needed. */
  async values(except?: string): Promise<Record<string, unknown>> {
    const values: Record<string, unknown> = {};
    for (const name in this.#kind.fields) if (name !== except) values[name] = await this.value(name);
    return values;
  }

  async value(name: string): Promise<unknown> {
    const field = this.#kind.fields[name]!;
    const given = this.#given[name] ?? field.default;
    if (typeof given !== "function") {
      if (field.once !== true || given === undefined) return given;
      if (this.#spent.has(name))
        throw this.#error(`"${name}" works a single time and is used up; give a function that asks for it`);
      this.#spent.add(name);
      return given;
    }
    const value: unknown = await (given as () => unknown)();
    if (typeof value === "string" && value !== "") return value;
    throw this.#error(`The function given for "${name}" must give a text that is not empty`);
  }

  /** Of the values of a sign-in those that are not to be shown. */
  secrets(values: Readonly<Record<string, unknown>>): string[] {
    const names = Object.keys(values).filter((name) => this.#kind.fields[name]?.secret !== false);
    return names.map((name) => values[name]).filter((value) => typeof value === "string" && value !== "") as string[];
  }

  #error(what: string): ConfigurationError {
    return new ConfigurationError(this.#service, what);
  }
}
