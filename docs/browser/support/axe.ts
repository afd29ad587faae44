import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe finds, and nobody can mend from here. */
interface Exception {
  readonly rule: string;
  /** In the markup of what is found. */
  readonly markup: RegExp;
  readonly reason: string;
}

const EXCEPTIONS: readonly Exception[] = [
  {
    rule: "label-content-name-mismatch",
    markup: /class="DocSearch DocSearch-Button"/,
    reason: "The text beside its name is the key that does the same, which nobody calls it by.",
  },
  {
    rule: "button-name",
    markup: /class="group\/copy-button /,
    reason: "Scalar's button that copies code says what it does only while a pointer is over it.",
  },
  {
    rule: "aria-input-field-name",
    markup: /class="code-input-lite__editor"/,
    reason: "Scalar's field for an argument in its panel has its label beside it, and does not refer to it.",
  },
  {
    rule: "aria-required-attr",
    markup: /class="code-input-lite__editor"/,
    reason: "Scalar's field for an argument is a combobox, and does not say whether its list is open.",
  },
  {
    rule: "aria-input-field-name",
    markup: /class="cm-content" role="textbox"/,
    reason: "Scalar's editor of a request's body stands under its heading, and does not refer to it.",
  },
  {
    rule: "aria-prohibited-attr",
    markup: /aria-label="More Information"[^>]* role="none"/,
    reason: "Scalar gives the role of nothing to the button that tells more of a header.",
  },
];

export interface Findings {
  /** One line for each thing that keeps somebody from using the page, seriously or altogether. */
  readonly faults: readonly string[];
  readonly excused: readonly Exception[];
}

export async function findingsOn(page: Page): Promise<Findings> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) => nodes.map(({ html, target }) => ({ id, help, html, target: target.join(" ") })));
  const excuseOf = ({ id, html }: (typeof found)[number]): Exception | undefined =>
    EXCEPTIONS.find(({ rule, markup }) => rule === id && markup.test(html));
  return {
    faults: found.flatMap((each) =>
      excuseOf(each) === undefined ? [`${each.id} (${each.help}) at ${each.target}: ${each.html}`] : [],
    ),
    excused: found.flatMap((each) => excuseOf(each) ?? []),
  };
}

/** Those that excuse nothing any more. */
export function needless(excused: ReadonlySet<Exception>): string[] {
  return EXCEPTIONS.filter((each) => !excused.has(each)).map(
    ({ rule, markup }) => `${rule} at ${markup.source} is found nowhere: take it off the list`,
  );
}
