// RFC 9110 7.6.1: these belong to one connection and must not travel on; `expect` has been honoured by the front.
const HOP_BY_HOP = new Set([
  "connection",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Node's flat list of names and values: it keeps the case, the order and the duplicates. */
export type RawHeaders = readonly string[];

export function* pairs(raw: RawHeaders): Generator<[name: string, value: string]> {
  for (let i = 0; i + 1 < raw.length; i += 2) yield [raw[i] ?? "", raw[i + 1] ?? ""];
}

/** The headers that may travel on: without the hop's own ones, those named by `Connection`, and `drop`. */
export function endToEnd(raw: RawHeaders, drop: readonly string[] = []): string[] {
  const gone = new Set([...HOP_BY_HOP, ...drop]);
  for (const [name, value] of pairs(raw)) {
    if (name.toLowerCase() !== "connection") continue;
    for (const token of value.split(",")) gone.add(token.trim().toLowerCase());
  }
  return [...pairs(raw)].filter(([name]) => !gone.has(name.toLowerCase())).flat();
}

export function toRecord(raw: RawHeaders): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [name, value] of pairs(raw)) {
    const key = name.toLowerCase();
    const before = record[key];
    record[key] = before === undefined ? value : before + (key === "cookie" ? "; " : ", ") + value;
  }
  return record;
}
