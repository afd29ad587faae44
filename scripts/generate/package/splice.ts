const OPEN = /^<!-- ([a-z]+): made from the spec by the generator -->$/;

/** A section as it stands in a README: between comments that say whose it is, and that keep prettier out. */
export function framed(name: string, text: string): string {
  return `<!-- prettier-ignore-start -->
<!-- ${name}: made from the spec by the generator -->

${inert(text)}
<!-- end of ${name} -->
<!-- prettier-ignore-end -->
`;
}

/** A block of code in a description may show such a comment; with a space behind it, it is none of ours. */
function inert(text: string): string {
  return text.replaceAll(/^<!--.*-->$/gm, "$& ");
}

export interface Misplaced {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A README with its sections made anew; what stands around them is written by hand. Or why that cannot be done. */
export function withSections(text: string, sections: ReadonlyMap<string, string>): string | Misplaced {
  const lines = text.split("\n");
  const kept: string[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const name = OPEN.exec(line)?.[1];
    kept.push(line);
    if (name === undefined) continue;
    const section = sections.get(name);
    if (section === undefined || seen.has(name))
      return {
        line: index + 1,
        message: `The section ${name} ${seen.has(name) ? "stands there a second time" : "is none that is made"}`,
      };
    const end = lines.indexOf(`<!-- end of ${name} -->`, index);
    if (end < 0) return { line: index + 1, message: `The section ${name} has no end` };
    kept.push("", ...inert(section).split("\n"), lines[end] ?? "");
    seen.add(name);
    index = end;
  }
  const missing = [...sections.keys()].filter((name) => !seen.has(name));
  if (missing.length > 0) return { line: 1, message: `It has no section ${missing.join(", ")}` };
  return kept.join("\n");
}
