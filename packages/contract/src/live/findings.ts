import type { Complaint } from "./judging.ts";
import { isDrift, KINDS } from "./kinds.ts";
import type { Finding } from "./report.ts";
import { evidenceOf, type Showing } from "./show.ts";
import type { Watched } from "./watch.ts";

/** A complaint about an exchange. */
export interface Found {
  readonly operation: string;
  readonly exchange: Watched;
  readonly complaint: Complaint;
}

export interface SpecPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One finding for what is the same again and again, drift first. */
export function findingsOf(
  showing: Showing,
  found: readonly Found[],
  place: (pointer: string) => SpecPlace,
): Finding[] {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const { operation, exchange, complaint } = each;
    const { kind, pointer, at } = complaint;
    const key = [operation, exchange.status, kind, pointer, shapeOf(at)].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const findings = [...groups.values()].flatMap(([first, ...others]): Finding[] => {
    if (first === undefined) return [];
    const { operation, exchange, complaint } = first;
    const { kind, pointer, at, message } = complaint;
    const { file, line, column } = place(pointer);
    return [
      {
        operation,
        status: exchange.status,
        kind,
        drift: isDrift(kind),
        title: KINDS[kind].title,
        message: showing.secrets.redact(message),
        at: showing.secrets.redact(shapeOf(at)),
        place: `${file}:${line}:${column}`,
        pointer,
        evidence: evidenceOf(showing, exchange, complaint),
        remedy: KINDS[kind].remedy,
        times: 1 + others.length,
      },
    ];
  });
  return findings.sort((a, b) => Number(b.drift) - Number(a.drift));
}

/** A place in a body, whichever row it is in. */
function shapeOf(at: readonly string[]): string {
  return at.map((each) => (/^\d+$/.test(each) ? "*" : each)).join(".");
}
