import type { OperationCase } from "../cases.ts";
import { listOf, objectOf, textOf, valueAt, withValueAt } from "../openapi/json.ts";
import { specOperationOf, type Facts } from "./facts.ts";
import type { Received, Reply } from "./reply.ts";

export interface Listing {
  /** The arguments that ask for pages of this size. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The page that a request asks for. */
  page(received: Received): Reply;
  /** The number of a row, from 0. */
  numberOf(row: unknown): unknown;
}

const PAGE = 3;
const NUMBER = "rowOfTheList";

/** A list of so many rows, three to a page, out of an example of the spec. */
export function listingOf(facts: Facts, operation: OperationCase, total: number): Listing {
  const described = objectOf(specOperationOf(facts, operation).value["x-sdk-pagination"]);
  const { style, position, first } = described;
  const size = textOf(objectOf(described["size"])["parameter"]);
  const [items = "", all, next, begins] = ["items", "total", "next", "begins"].map((name) =>
    pointerIn(described[name]),
  );
  const examples = operation.answers.filter(({ code }) => code < 300).flatMap((answer) => answer.examples);
  const example = examples.find(({ value }) => listOf(valueAt(value, items)).length > 0)?.value;
  const [row] = listOf(valueAt(example, items));
  return {
    args: { ...operation.arguments.required, ...(size === undefined ? {} : { [size]: PAGE }) },
    page({ target }) {
      const asked = new URL(target, "http://localhost").searchParams.get(String(position));
      const at = asked === null ? 0 : Number(asked) - (style === "cursor" ? 0 : Number(first ?? 0));
      const begin = style === "page" ? at * PAGE : at;
      const end = Math.min(begin + PAGE, total);
      const rows = Array.from({ length: end - begin }, (_, index) => ({ ...objectOf(row), [NUMBER]: begin + index }));
      let json = withValueAt(example, items, rows);
      if (begins !== undefined) json = withValueAt(json, begins, begin + Number(first ?? 0));
      if (all !== undefined) json = withValueAt(json, all, total);
      if (next !== undefined) json = withValueAt(json, next, end < total ? String(end) : null);
      return { json };
    },
    numberOf: (each) => objectOf(each)[NUMBER],
  };
}

function pointerIn(expression: unknown): string | undefined {
  return textOf(expression)?.replace(/^\$response\.body#/, "");
}
