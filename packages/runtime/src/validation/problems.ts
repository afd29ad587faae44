import type { OutputUnit, Schema } from "@cfworker/json-schema";
import type { ValidationProblem } from "../errors/validation-error.ts";
import { at } from "../pointer.ts";
import { isObject, listOf } from "./document.ts";
import { type Lookup, typeOf } from "./prepare.ts";
import { expectation } from "./words.ts";

// The engine reports every level on the way to what is wrong, and every alternative that does not fit. Told is what is
// wrong, once; and of alternatives only the one that was meant, if that can be told by the type of the value.

interface Checked {
  readonly schema: Schema;
  readonly lookup: Lookup;
  readonly value: unknown;
}

const most = 100;
const choices: readonly string[] = ["anyOf", "oneOf"];
const onTheWay =
  /^(?:\$ref|allOf|if|dependentSchemas|propertyNames|items|prefixItems|unevaluatedItems|properties|(?:pattern|additional|unevaluated)Properties)$/;

export function problemsIn(units: readonly OutputUnit[], checked: Checked): readonly ValidationProblem[] {
  const problems = new Map<string, ValidationProblem>();
  for (const problem of told(units, checked)) {
    problems.set(`${problem.pointer} ${problem.expected}`, problem);
    if (problems.size === most) break;
  }
  return [...problems.values()];
}

function* told(units: readonly OutputUnit[], checked: Checked): Generator<ValidationProblem> {
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    if (choices.includes(unit.keyword)) {
      const within = following(units, index, `${unit.keywordLocation}/`);
      yield* choice(unit, within, checked);
      index += within.length;
    } else if (!onTheWay.test(unit.keyword)) {
      yield problem(unit, checked);
    }
  }
}

function* choice(unit: OutputUnit, within: readonly OutputUnit[], checked: Checked): Generator<ValidationProblem> {
  const pointer = plainPointer(unit.instanceLocation);
  const branches = new Map<string, OutputUnit[]>();
  for (const each of within) {
    const number = each.keywordLocation.slice(unit.keywordLocation.length + 1).split("/")[0]!;
    branches.set(number, [...(branches.get(number) ?? []), each]);
  }
  const count = listOf(said(unit, checked)).length;
  if (branches.size < count) {
    yield { pointer, expected: "what fits one alternative of the spec alone" };
    return;
  }
  const wrongType = (branch: readonly OutputUnit[]): OutputUnit | undefined =>
    branch.find(({ keyword, instanceLocation }) => keyword === "type" && instanceLocation === unit.instanceLocation);
  const meant = [...branches.values()].filter((branch) => wrongType(branch) === undefined);
  if (meant.length === 1) {
    yield* told(meant[0]!, checked);
  } else if (meant.length > 1) {
    yield { pointer, expected: `one of the ${count} alternatives of the spec` };
  } else {
    const types = [...branches.values()].flatMap((branch) => said(wrongType(branch)!, checked) as string | string[]);
    yield { pointer, expected: expectation("type", types, typeOf(at(checked.value, pointer))) };
  }
}

/** The units after one that tell of what is within it. */
function following(units: readonly OutputUnit[], index: number, location: string): readonly OutputUnit[] {
  let end = index + 1;
  while (units[end]?.keywordLocation.startsWith(location) === true) end++;
  return units.slice(index + 1, end);
}

function problem(unit: OutputUnit, checked: Checked): ValidationProblem {
  const pointer = plainPointer(unit.instanceLocation);
  if (unit.keyword === "required") {
    // The engine names the property in its message alone.
    const name = /"(.*)"\.$/s.exec(unit.error)?.[1] ?? "";
    return { pointer: `${pointer}/${escapeToken(name)}`, expected: "a value, as it is required" };
  }
  if (unit.keyword === "not") return { pointer, expected: forbidden(unit, checked) };
  return { pointer, expected: expectation(unit.keyword, said(unit, checked), typeOf(at(checked.value, pointer))) };
}

function forbidden(unit: OutputUnit, checked: Checked): string {
  const tokens = tokensOf(unit.keywordLocation).slice(0, -1);
  const schema = walk(tokens, checked);
  if (isObject(schema) && schema["readOnly"] === true) return "nothing, as it is read-only";
  const all = /^(?:additional|unevaluated)/.test(tokens.at(-1) ?? "");
  return all ? "nothing, as the spec knows no such part" : "something that the spec does not rule out";
}

/** What the spec says at the keyword that was broken. */
function said({ keywordLocation }: OutputUnit, checked: Checked): unknown {
  return walk(tokensOf(keywordLocation), checked);
}

function walk(tokens: readonly string[], { schema, lookup }: Checked): unknown {
  let here: unknown = schema;
  for (const token of tokens) {
    const next = (here as Readonly<Record<string, unknown>> | undefined)?.[token];
    here = token === "$ref" && typeof next === "string" ? lookup[next] : next;
  }
  return here;
}

/** From the engine's "#/a%20b" to "/a b". */
function plainPointer(location: string): string {
  return decodeURIComponent(location.slice(1));
}

function tokensOf(location: string): string[] {
  const tokens = plainPointer(location).split("/").slice(1);
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function escapeToken(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
