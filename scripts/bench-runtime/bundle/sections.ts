import { grouped, judged, type Held } from "../../bench/harness/held.ts";
import type { Plot, Section } from "../../bench/harness/table.ts";
import { BUNDLE_LIMITS } from "../limits.ts";
import type { Size } from "./build.ts";
import type { Breakdown, BundleReport, BundleRow } from "./measure.ts";

export function bundleSections({ rows, breakdowns }: BundleReport): Section[] {
  const { one, signIn, more } = BUNDLE_LIMITS;
  const limits: readonly string[] = ["limit", grouped(one), grouped(signIn), "", grouped(more), "", "", ""];
  const table = rows.map((row) => {
    const tell = (value: number, limit: number): string => (row.ours ? judged(value, limit) : `${grouped(value)}     `);
    return [
      row.client,
      tell(row.one.gzip, one),
      tell(row.signIn.gzip, signIn),
      grouped(row.twenty.gzip),
      tell(added(row), more),
      row.whole === undefined ? "" : grouped(row.whole.gzip),
      grouped(row.one.min),
      grouped(row.signIn.min),
    ];
  });
  const overview: Section = {
    title: "Bundles: bytes, minified and gzipped",
    notes: [
      "esbuild, ESM, for browsers, es2022, gzip -9. Standalone calls; of a package the call and the kind of credentials that weigh most.",
      "20 calls are without sign-in, of as many operations as there are. The bare libraries make those of the package with most",
      "operations; with sign-in they send a token that they have.",
      ...rows.flatMap(({ client, call, signedCall, kind }) =>
        call === undefined ? [] : [`- ${client}: ${call}; with sign-in ${signedCall}, by ${kind}`],
      ),
    ],
    head: ["client", "1 call", "with sign-in", "20 calls", "19 more", "whole client", "1 call, min", "sign-in, min"],
    rows: [...table, limits],
    plots: [
      plot("Bytes of one call", rows, ({ one }) => one),
      plot("Bytes of one call with sign-in", rows, ({ signIn }) => signIn),
    ],
  };
  return breakdowns.length === 0 ? [overview] : [overview, breakdownSection(breakdowns)];
}

function plot(title: string, rows: readonly BundleRow[], pick: (row: BundleRow) => Size): Plot {
  const bars = rows.map((row) => {
    const { gzip } = pick(row);
    return { label: row.client, value: gzip, text: grouped(gzip), ours: row.ours };
  });
  return { title, bars };
}

/** One row a source, with its bytes in each of the bundles; what is small everywhere in one row. */
function breakdownSection(breakdowns: readonly Breakdown[]): Section {
  const sources = new Map<string, readonly Size[]>();
  for (const { source } of breakdowns.toReversed().flatMap(({ contents }) => contents)) {
    sources.set(
      source,
      breakdowns.map(({ contents }) => contents.find((content) => content.source === source) ?? NOTHING),
    );
  }
  const isSmall = (sizes: readonly Size[]): boolean =>
    sizes.every(({ min }, index) => min < SMALL * (breakdowns[index]?.total.min ?? 0));
  const small = [...sources.values()].filter(isSmall);
  const smallSum = breakdowns.map((_, index) => sum(small.map((sizes) => sizes[index] ?? NOTHING)));
  const large = [...sources].filter(([, sizes]) => !isSmall(sizes));
  const weigh = (sizes: readonly Size[]): number => Math.max(...sizes.map(({ gzip }) => gzip));
  const row = (name: string, sizes: readonly Size[]): string[] => [
    name,
    ...sizes.flatMap(({ min, gzip }) => (min === 0 ? ["", ""] : [grouped(min), grouped(gzip)])),
  ];
  return {
    title: "What is in the heaviest of these bundles",
    notes: [
      ...breakdowns.map(({ bundle }, index) => `- ${letter(index)}: ${bundle}`),
      "",
      "gzip: by how much the bundle shrinks without it. The sum is less than the whole, since sources share words.",
    ],
    head: ["source", ...breakdowns.flatMap((_, index) => [`${letter(index)}, min`, "gzip"])],
    rows: [
      ...large.toSorted(([, a], [, b]) => weigh(b) - weigh(a)).map(([source, sizes]) => row(source, sizes)),
      row(`(${small.length} smaller ones)`, smallSum),
      row(
        "whole",
        breakdowns.map(({ total }) => total),
      ),
    ],
  };
}

const NOTHING: Size = { min: 0, gzip: 0 };
/** Part of a bundle below which a source has no row of its own. */
const SMALL = 0.01;

function sum(sizes: readonly Size[]): Size {
  return sizes.reduce((a, b) => ({ min: a.min + b.min, gzip: a.gzip + b.gzip }), NOTHING);
}

function letter(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}

export function bundleLimits({ rows }: BundleReport): Held[] {
  return rows
    .filter(({ ours }) => ours)
    .flatMap((row): Held[] => [
      { what: `${row.client}: one call`, value: row.one.gzip, limit: BUNDLE_LIMITS.one },
      { what: `${row.client}: one call with sign-in`, value: row.signIn.gzip, limit: BUNDLE_LIMITS.signIn },
      { what: `${row.client}: 19 calls more`, value: added(row), limit: BUNDLE_LIMITS.more },
    ]);
}

function added({ one, twenty }: BundleRow): number {
  return twenty.gzip - one.gzip;
}
