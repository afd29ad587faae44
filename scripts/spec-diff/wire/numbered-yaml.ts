import { joinPointer } from "../../generate/load/pointer.ts";

/** A document as YAML with a value on each line, and which pointer each line is about. */
export interface NumberedYaml {
  readonly text: string;
  /** By line, counted from 1. */
  readonly pointers: readonly string[];
}

/**
 * oasdiff tells places by line, in YAML alone, and of the file that it reads. Written so, a line leads back to the value,
 * in whichever of its files the spec says it.
 */
export function numberedYaml(document: unknown): NumberedYaml {
  const lines: string[] = [];
  const pointers: string[] = [""];
  const put = (line: string, pointer: string): void => {
    lines.push(line);
    pointers.push(pointer);
  };
  const write = (value: unknown, head: string, indent: number, pointer: string): void => {
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    // JSON's scalars are YAML's, and so are its empty collections.
    if (entries.length === 0) return put(`${head} ${JSON.stringify(value)}`, pointer);
    if (head !== "") put(head, pointer);
    const margin = " ".repeat(indent);
    for (const [key, entry] of entries) {
      const name = Array.isArray(value) ? `${margin}-` : `${margin}${JSON.stringify(key)}:`;
      write(entry, name, indent + 1, joinPointer(pointer, key));
    }
  };
  write(document, "", 0, "");
  return { text: `${lines.join("\n")}\n`, pointers };
}
