const MOST = 40;

/** A value as `JSON.stringify(value, null, 2)` writes it; what is long ends in a line with an ellipsis instead. */
export function shortened(value: unknown): string {
  const lines: string[] = [""];
  write(value, "", lines);
  return lines.length <= MOST ? lines.join("\n") : [...lines.slice(0, MOST - 1), "…"].join("\n");
}

/** Writes on at the end of the last line; what comes behind the last line that is shown is left out. */
function write(value: unknown, margin: string, lines: string[]): void {
  if (lines.length > MOST) return;
  const last = lines.length - 1;
  if (typeof value !== "object" || value === null) {
    lines[last] += JSON.stringify(value);
    return;
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  if (entries.length === 0) {
    lines[last] += isList ? "[]" : "{}";
    return;
  }
  lines[last] += isList ? "[" : "{";
  for (const [index, [name, item]] of entries.entries()) {
    if (lines.length > MOST) return;
    lines.push(isList ? `${margin}  ` : `${margin}  ${JSON.stringify(name)}: `);
    write(item, `${margin}  `, lines);
    if (index < entries.length - 1) lines[lines.length - 1] += ",";
  }
  lines.push(`${margin}${isList ? "]" : "}"}`);
}
