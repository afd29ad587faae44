import { grouped, hundredths, judged, type Held } from "../harness/held.ts";
import type { Spread } from "../harness/statistics.ts";
import type { Bar, Section } from "../harness/table.ts";
import { YARDSTICK } from "../peers.ts";
import type { Row } from "./figures.ts";
import { CHECK, OURS, type Table } from "./measure.ts";

interface Limit {
  readonly cpu: number;
  readonly memory?: number;
}

/** By spec and generator: how dear ours may be at most, against the yardstick. */
const LIMITS: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  github: { [OURS]: { cpu: 1, memory: 1.2 } },
  ours: { [OURS]: { cpu: 0.5 }, [CHECK]: { cpu: 0.5 } },
};

export function generationSection({ spec, about, rows }: Table): Section {
  return {
    title: `Generation: ${spec}`,
    notes: [
      `${about}. Whole processes, nothing cached unless it says "again"; medians, and the middle half of the runs.`,
      `Ratio: to ${YARDSTICK}'s command in the same round, a process for each spec; it makes types alone.`,
      ...rows.flatMap(({ generator, failed }) => (failed === undefined ? [] : [`Left out: ${generator}, ${failed}.`])),
    ],
    head: ["generator", "makes", "runs", "CPU s", "middle half", "ratio", "peak MB", "ratio", "files", "bytes"],
    rows: [...rows.flatMap((row) => cells(spec, row)), ...limitRow(spec)],
    plots: [
      { title: "Seconds of CPU", bars: rows.flatMap((row) => bar(row, row.cpu, hundredths)) },
      { title: "Megabytes of memory at the most", bars: rows.flatMap((row) => bar(row, row.memory, grouped)) },
    ],
  };
}

function bar({ generator }: Row, spread: Spread | undefined, show: (value: number) => string): Bar[] {
  if (spread === undefined) return [];
  const { median } = spread;
  return [{ label: generator, value: median, text: show(median), ours: generator.startsWith(OURS) }];
}

export function generationHeld({ spec, rows }: Table): Held[] {
  return rows.flatMap(({ generator, cpuRatio, memoryRatio }): Held[] => {
    const limit = LIMITS[spec]?.[generator];
    if (limit === undefined || cpuRatio === undefined || memoryRatio === undefined) return [];
    const what = `${generator} on ${spec}, against ${YARDSTICK}`;
    return [
      { what: `${what}: CPU`, value: cpuRatio.median, limit: limit.cpu, show: hundredths },
      ...(limit.memory === undefined
        ? []
        : [{ what: `${what}: memory`, value: memoryRatio.median, limit: limit.memory, show: hundredths }]),
    ];
  });
}

function cells(spec: string, row: Row): string[][] {
  const { generator, makes, runs, cpu, memory, cpuRatio, memoryRatio, files = 0, bytes = 0 } = row;
  if (cpu === undefined || memory === undefined) return [];
  const limit = LIMITS[spec]?.[generator];
  return [
    [
      generator,
      makes,
      grouped(runs),
      hundredths(cpu.median),
      `${hundredths(cpu.low)}–${hundredths(cpu.high)}`,
      ratio(cpuRatio?.median, limit?.cpu),
      grouped(memory.median),
      ratio(memoryRatio?.median, limit?.memory),
      grouped(files),
      grouped(bytes),
    ],
  ];
}

function ratio(value: number | undefined, limit: number | undefined): string {
  if (value === undefined) return "";
  return limit === undefined ? hundredths(value) : judged(value, limit, hundredths);
}

function limitRow(spec: string): string[][] {
  return Object.entries(LIMITS[spec] ?? {}).map(([generator, { cpu, memory }]) => {
    const most = memory === undefined ? "" : hundredths(memory);
    return [`limit: ${generator}`, "", "", "", "", hundredths(cpu), "", most];
  });
}
