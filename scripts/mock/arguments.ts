import { parseArgs } from "node:util";
import { portOf } from "./ports.ts";

const LAST_PORT = 65_535;

export type MockArguments =
  | { readonly help: true }
  | { readonly help: false; readonly vendors: readonly string[]; readonly ports: readonly number[] };

/** What the command line asks for; throws an error that says what to write instead. */
export function mockArguments(args: readonly string[], known: readonly string[]): MockArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: "string", short: "p" }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) return { help: true };
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no spec of ${unknown.join(", ")}. There are: ${known.join(", ")}`);
  if (known.length === 0) throw new Error("There is no spec: specs/<vendor>/openapi.yaml");
  const vendors = positionals.length === 0 ? known : [...new Set(positionals)];
  const ports =
    values.port === undefined ? vendors.map((name) => portOf(name, known)) : portsFrom(values.port, vendors.length);
  return { help: false, vendors, ports };
}

function portsFrom(text: string, count: number): number[] {
  if (text === "0") return Array.from({ length: count }, () => 0);
  const first = /^\d+$/.test(text) ? Number(text) : NaN;
  const last = LAST_PORT - count + 1;
  if (first >= 1 && first <= last) return Array.from({ length: count }, (_, index) => first + index);
  const mocks = count === 1 ? "one mock" : `${count} mocks`;
  throw new Error(`--port takes a number from 1 to ${last} for ${mocks}, or 0 for free ports, not "${text}"`);
}
