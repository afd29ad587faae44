// The mappings of a source map, as far as needed to tell which source each stretch of the output comes from.
// https://tc39.es/ecma426/#sec-mappings-decoding

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A place in the output from where on a source is in force; undefined where the bundler wrote the text itself. */
export interface Mark {
  /** Index in the output, in UTF-16 units. */
  readonly at: number;
  readonly source: number | undefined;
}

export function decodeMappings(mappings: string, output: string): Mark[] {
  const marks: Mark[] = [];
  let lineStart = 0;
  let source = 0;
  for (const line of mappings.split(";")) {
    let column = 0;
    for (const segment of line.split(",").filter((each) => each !== "")) {
      const [columns = 0, sources] = decodeNumbers(segment);
      column += columns;
      source += sources ?? 0;
      marks.push({ at: lineStart + column, source: sources === undefined ? undefined : source });
    }
    const end = output.indexOf("\n", lineStart);
    lineStart = end === -1 ? output.length : end + 1;
  }
  return marks;
}

/** Base64 digits of five bits, lowest first, the sixth says that more follow; the lowest bit of the whole is the sign. */
function decodeNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    if (digit === -1) throw new Error(`"${segment}" is no segment of a source map`);
    value += (digit & 31) << shift;
    if (digit >= 32) {
      shift += 5;
      continue;
    }
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
