import type { Plot, Section } from "../../bench/harness/table.ts";
import { PIPELINE, REFERENCE } from "./clients.ts";
import type { Cost, CpuReport, CpuRow } from "./measure.ts";

const STUBS = {
  full: "the answer is a real Response, made for each call",
  light: "the answer is a bare object: the clients' own work alone",
};

export function cpuSections({ stubs, calls, rounds, get, post, kind }: CpuReport): Section[] {
  return stubs.map(({ stub, rows }) => ({
    title: `CPU per call, in microseconds: ${STUBS[stub]}`,
    notes: [
      `${get} and ${post}, signed in by a plain token (${kind}); retries, time limits and typed errors on.`,
      `${rounds} rounds of ${calls} calls in alternating order; median and the middle half of the rounds.`,
      `Ratio: to ${REFERENCE} in the same round; to aim at: 1.00.`,
    ],
    head: ["client", "GET", "middle half", "ratio", "POST", "middle half", "ratio"],
    rows: rows.map(({ client, get, post }) => [client, ...cells(get), ...cells(post)]),
    plots: [plot("Microseconds of a GET", rows, "get"), plot("Microseconds of a POST", rows, "post")],
  }));
}

function plot(title: string, rows: readonly CpuRow[], call: "get" | "post"): Plot {
  const bars = rows.map((row) => {
    const { median } = row[call].cpu;
    return { label: row.client, value: median, text: median.toFixed(1), ours: row.client.endsWith(PIPELINE) };
  });
  return { title, bars };
}

function cells({ cpu, ratio }: Cost): string[] {
  return [cpu.median.toFixed(1), `${cpu.low.toFixed(1)}–${cpu.high.toFixed(1)}`, ratio.median.toFixed(2)];
}
