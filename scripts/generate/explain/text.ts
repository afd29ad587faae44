import { relative } from "node:path";
import { stripVTControlCharacters, styleText } from "node:util";

import type { LoadedSpec } from "../load/load.ts";

/** A line of an explanation: what there is, how it came to be, and where the spec says so. */
export interface Line {
  readonly what: string;
  readonly why: string;
  /** JSON pointer into the spec's document; undefined where nothing in it says so. */
  readonly pointer?: string | undefined;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** The sections as text, in columns: each line ends with the place in the spec. */
export function layOut(sections: readonly Section[], spec: LoadedSpec): string {
  const lines = sections.flatMap((section) => section.lines);
  const width = Math.min(WIDEST, Math.max(...lines.map(({ what }) => plain(what).length)));
  return sections
    .filter((section) => section.lines.length > 0)
    .map((section) => {
      const body = section.lines.map(({ what, why, pointer }) => {
        const place = pointer === undefined ? "" : `  ${styleText("dim", placeOf(spec, pointer))}`;
        return `    ${styleText("cyan", plain(what).padEnd(width))}  ${plain(why)}${place}\n`;
      });
      return `  ${section.title}\n${body.join("")}`;
    })
    .join("");
}

/** What a line begins with is lined up with its neighbours, unless it is longer than this. */
const WIDEST = 36;

export function placeOf(spec: LoadedSpec, pointer: string): string {
  const { file, line, column } = spec.place(pointer);
  return `${relative(process.cwd(), file).replaceAll("\\", "/")}:${line}:${column}`;
}

/** Names from a spec must not break a line apart or drive the terminal. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}
