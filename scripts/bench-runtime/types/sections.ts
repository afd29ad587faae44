import { grouped, judged, type Held } from "../../bench/harness/held.ts";
import type { Section } from "../../bench/harness/table.ts";
import { TYPE_LIMITS } from "../limits.ts";
import type { TypesReport } from "./measure.ts";

export function typesSections({ compiler, rows }: TypesReport): Section[] {
  const { awaited, mixed } = TYPE_LIMITS;
  return [
    {
      title: "Type instantiations",
      notes: [
        `${compiler}, against the built declarations. 20 uses, over those of a client that nothing is done with.`,
        "Four operations, each called five times; the same limits hold however many operations a spec has.",
        "Mixed: walks, results as values, typed errors, responses, in turn.",
        "20 operations: five for each new one, which is what awaiting any type built on Promise costs.",
      ],
      head: ["client", "20 awaited calls", "20 mixed uses", "20 operations", "client alone"],
      rows: [
        ...rows.map((row) => [
          row.client,
          judged(row.awaited, awaited),
          judged(row.mixed, mixed),
          grouped(row.distinct),
          grouped(row.unused),
        ]),
        ["limit", grouped(awaited), grouped(mixed), "", ""],
      ],
    },
  ];
}

export function typesLimits({ rows }: TypesReport): Held[] {
  return rows.flatMap((row): Held[] => [
    { what: `${row.client}: instantiations of 20 awaited calls`, value: row.awaited, limit: TYPE_LIMITS.awaited },
    { what: `${row.client}: instantiations of 20 mixed uses`, value: row.mixed, limit: TYPE_LIMITS.mixed },
  ]);
}
