import { own, textAt } from "../load/json.ts";
import type { Kind, Model, Operation } from "../model/model.ts";

/** The options that a client of an example is made with: made-up values for what it cannot do without. */
export function exampleOptions({ server }: Model, kind: Kind | undefined): object {
  const given = server.variables.filter((variable) => variable.default === undefined);
  return {
    ...(server.url.includes("://")
      ? Object.fromEntries(
          given.map(({ name, values, example }) => [name, values[0] ?? example ?? `${name}.example.com`]),
        )
      : { baseUrl: "https://api.example.com" }),
    ...(kind === undefined ? {} : { credentials: exampleCredentials(kind) }),
  };
}

/** Made-up values for the fields that a kind cannot do without. */
export function exampleCredentials({ fields }: Kind): Record<string, string | boolean> {
  const required = [...fields].filter(([, field]) => field.required);
  return Object.fromEntries(required.map(([name, { values }]) => [name, values[0] ?? `example-${name}`]));
}

/** The kinds of credentials that give an operation what it needs, by the alternatives of its security. */
export function kindsFor({ kinds }: Model, { security }: Operation): Kind[] {
  return (security ?? []).flatMap((alternative) => kindsFeeding(kinds, Object.keys(alternative)));
}

/** The kinds that feed all of the schemes. */
export function kindsFeeding(kinds: readonly Kind[], schemes: readonly string[]): Kind[] {
  if (schemes.length === 0) return [];
  return kinds.filter(({ plan }) => schemes.every((scheme) => own(own(plan, "authorize"), scheme) !== undefined));
}

/** The kind that examples sign in with: one whose tokens come from elsewhere would need more than is shown. */
export function exampleKind(kinds: readonly Kind[]): Kind | undefined {
  return kinds.find(({ plan }) => textAt(own(plan, "login"), "tokenUrl") === undefined) ?? kinds[0];
}
