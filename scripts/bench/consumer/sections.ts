import { TYPE_LIMITS } from "../../bench-runtime/limits.ts";
import { OURS } from "../generation/measure.ts";
import { grouped, judged, type Held } from "../harness/held.ts";
import type { Bar, Plot, Section } from "../harness/table.ts";
import type { ConsumerReport, ConsumerRow } from "./measure.ts";

export function consumerSections({ compiler, rows, left }: ConsumerReport): Section[] {
  const { awaited, mixed } = TYPE_LIMITS;
  const missing = left.map((why) => `Left out: ${why}.`);
  return [
    {
      title: "Type instantiations of a program",
      notes: [
        `${compiler}, against built declarations. 20 awaited calls of four operations, over a client that nothing is done with.`,
        "Mixed: walks, results as values, typed errors, responses, in turn.",
        "20 operations: five for each new one, which is what awaiting any type built on Promise costs.",
        "Specs of 30 and of 1,200 made-up operations hold the same ones, which must cost the same.",
        ...missing,
      ],
      head: ["spec", "client", "20 awaited calls", "20 mixed uses", "20 operations", "client alone"],
      rows: [
        ...rows.map((row) => [
          row.spec,
          row.client,
          row.client === OURS ? judged(row.awaited, awaited) : grouped(row.awaited),
          row.mixed === undefined ? "" : judged(row.mixed, mixed),
          grouped(row.distinct),
          grouped(row.alone),
        ]),
        ["limit", OURS, grouped(awaited), grouped(mixed), "", ""],
      ],
      plots: [plot("Instantiations of 20 operations", rows, ({ distinct }) => distinct)],
    },
    {
      title: "Bundle of one call",
      notes: ["Bytes: ESM for browsers, minified; and that gzipped. It must not grow with the spec.", ...missing],
      head: ["spec", "client", "min", "gzip"],
      rows: rows.map(({ spec, client, bundle }) => [spec, client, grouped(bundle.min), grouped(bundle.gzip)]),
      plots: [plot("Bytes, minified and gzipped", rows, ({ bundle }) => bundle.gzip)],
    },
  ];
}

function plot(title: string, rows: readonly ConsumerRow[], pick: (row: ConsumerRow) => number): Plot {
  const bars = rows.map((row): Bar => {
    const { spec, client } = row;
    return { label: `${spec}, ${client}`, value: pick(row), text: grouped(pick(row)), ours: client === OURS };
  });
  return { title, bars };
}

export function consumerHeld({ rows }: ConsumerReport): Held[] {
  const ours = rows.filter(({ client }) => client === OURS);
  const limited = ours.flatMap(({ spec, awaited, mixed = 0 }): Held[] => [
    { what: `${spec}: instantiations of 20 awaited calls`, value: awaited, limit: TYPE_LIMITS.awaited },
    { what: `${spec}: instantiations of 20 mixed uses`, value: mixed, limit: TYPE_LIMITS.mixed },
  ]);
  const [small, ...larger] = ours.filter(({ spec }) => spec.startsWith("made-up-"));
  if (small === undefined) return limited;
  const grown = larger.flatMap((large): Held[] => [
    {
      what: `${large.spec}: instantiations of 20 awaited calls, beyond those of ${small.spec}`,
      ...over(small, large, "awaited"),
    },
    {
      what: `${large.spec}: instantiations of 20 mixed uses, beyond those of ${small.spec}`,
      ...over(small, large, "mixed"),
    },
    {
      what: `${large.spec}: bytes of one call, beyond those of ${small.spec}`,
      value: large.bundle.min - small.bundle.min,
      limit: 0,
    },
  ]);
  return [...limited, ...grown];
}

function over(small: ConsumerRow, large: ConsumerRow, field: "awaited" | "mixed"): Pick<Held, "value" | "limit"> {
  return { value: (large[field] ?? 0) - (small[field] ?? 0), limit: 0 };
}
