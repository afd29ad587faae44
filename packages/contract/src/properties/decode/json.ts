/** JSON as it was written: integers beyond what a number holds are bigints. */
export function readJson(text: string): unknown {
  const parse = JSON.parse as (text: string, revive: Revive) => unknown;
  return parse(text, (_, value, context) => {
    const { source } = context;
    const isLong = typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? "");
    return isLong ? BigInt(source ?? "") : value;
  });
}

/** The third argument tells what stood in the text; TypeScript does not know it yet. */
type Revive = (key: string, value: unknown, context: { readonly source?: string }) => unknown;
