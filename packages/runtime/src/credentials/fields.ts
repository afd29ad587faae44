import { ConfigurationError } from "../errors/configuration-error.ts";
import type { Given, Kind } from "./kind.ts";
import { firstText } from "./values.ts";

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
    const given = Object.keys(this.#kind.fields).map((name) => this.#given[name]);
    return (
      this.#spent.size === 0 &&
      given.some((value) => (this.#kind.begin === undefined ? typeof value === "function" : value !== undefined))
    );
  }

  has(name: string): boolean {
    return this.#given[name] !== undefined;
  }

  /** The values for one step, and those of them that are not to be shown; functions are asked. */
  async ask(names: readonly string[]): Promise<{ values: Record<string, unknown>; secrets: string[] }> {
    const values: Record<string, unknown> = {};
    const secrets: string[] = [];
    for (const name of names) {
      const value = await this.#value(name);
      values[name] = value;
      if (typeof value === "string" && this.#kind.fields[name]?.secret !== false) secrets.push(value);
    }
    return { values, secrets: secrets.filter(Boolean) };
  }

  async #value(name: string): Promise<unknown> {
    const { optional, once, default: usual } = this.#kind.fields[name]!;
    const given = this.#given[name] ?? usual;
    // A function that is asked has to give a text.
    const value = typeof given === "function" ? firstText(await (given as () => unknown)()) : given;
    if (value === undefined && (optional !== true || given !== undefined))
      throw this.#error(name, "is missing or empty");
    if (once === true && value === given && value !== undefined) {
      if (this.#spent.has(name)) throw this.#error(name, "is used up; give a function that asks for it");
      this.#spent.add(name);
    }
    return value;
  }

  #error(name: string, what: string): ConfigurationError {
    return new ConfigurationError(this.#service, `Of the credentials "${name}" ${what}`);
  }
}
