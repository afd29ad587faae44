import { styleText } from "node:util";
import { summarize } from "./summary.ts";
import type { Step, Toured, Walk } from "./walk.ts";

interface Heading {
  readonly vendor: Toured["vendor"];
  readonly mock: Pick<Toured["mock"], "baseUrl">;
}

/** What was called on one appliance and what came back, as lines. */
export function printWalk({ vendor, mock }: Heading, { steps, sensitive, problem }: Walk): string {
  const requests = steps.flatMap((step) => step.requests);
  const widest = Math.max(...requests.map(({ target }) => target.length), 0);
  const lines = [`${styleText("bold", vendor.name)}  ${vendor.client} at ${styleText("cyan", mock.baseUrl)}`];
  for (const step of steps) {
    lines.push(`  ${callLine(step)}`);
    for (const { method, target, status, text } of step.requests) {
      const place = `${method.padEnd(7)} ${target.padEnd(widest)}`;
      const outcome = styleText(status < 400 ? "green" : "red", String(status));
      lines.push(`    ${place}  ${outcome}  ${styleText("dim", summarize(text, sensitive))}`);
    }
  }
  if (problem !== undefined) lines.push(`  ${styleText("red", "failed")}  ${problem}`);
  return `${lines.join("\n")}\n`;
}

function callLine({ call, note, requests }: Step): string {
  const words = [call];
  if (note !== undefined) words.push(note);
  if (requests.length === 0) words.push(styleText("dim", "(no request)"));
  return words.join("  ");
}

/** The last line: how many got through, or which did not and why. */
export function printSummary(results: readonly { readonly name: string; readonly problem?: string }[]): string {
  const failed = results.filter(({ problem }) => problem !== undefined);
  if (failed.length === 0) {
    const vendors = results.length === 1 ? "vendor" : "vendors";
    return `${styleText("green", `${inWords(results.length)} ${vendors} signed in`)}: ${results.map(({ name }) => name).join(", ")}\n`;
  }
  const reasons = failed.map(({ name, problem }) => `  ${name}: ${problem}\n`).join("");
  return `${styleText("red", `${failed.length} of ${results.length} vendors failed`)}\n${reasons}`;
}

const WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

function inWords(count: number): string {
  return WORDS[count] ?? String(count);
}
