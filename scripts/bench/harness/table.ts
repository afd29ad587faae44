/** One table of the report, as people read it on a screen and as Markdown. */
export interface Section {
  readonly title: string;
  /** How to read it. */
  readonly notes: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What of it the web site draws. */
  readonly plots?: readonly Plot[];
}

/** Bars, the shorter the better. */
export interface Plot {
  readonly title: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The value as it is read. */
  readonly text: string;
  readonly ours: boolean;
}

export function formatSection({ title, notes, head, rows }: Section): string {
  const widths = head.map((name, column) => Math.max(3, name.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string => {
    const padded = widths.map((width, column) => {
      const text = cells[column] ?? "";
      return column === 0 ? text.padEnd(width) : text.padStart(width);
    });
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const said = notes.length === 0 ? [] : [notes.join("\n"), ""];
  return [`## ${title}`, "", ...said, line(head), line(rule), ...rows.map(line), ""].join("\n");
}
