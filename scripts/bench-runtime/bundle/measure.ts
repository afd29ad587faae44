import { join } from "node:path";
import { root } from "../../bin.ts";
import type { Operation, Package } from "../packages.ts";
import { bundle, type Bundle, type Size } from "./build.ts";
import { contentsOf, type Content } from "./contents.ts";
import { peers } from "./peers.ts";
import { calls, wholeClient } from "./programs.ts";

/** Sizes of one client, or of one sort of its operations. */
export interface BundleRow {
  readonly client: string;
  /** Whether it is ours, and the limits hold. */
  readonly ours: boolean;
  /** What the single call calls, and that with sign-in with the kind of its credentials: the heaviest that there are. */
  readonly call?: string;
  readonly signedCall?: string;
  readonly kind?: string;
  readonly one: Size;
  readonly signIn: Size;
  readonly twenty: Size;
  readonly whole?: Size;
}

export interface Breakdown {
  readonly bundle: string;
  readonly total: Size;
  readonly contents: readonly Content[];
}

export interface BundleReport {
  readonly rows: readonly BundleRow[];
  readonly breakdowns: readonly Breakdown[];
}

// The programs' own folder: from here the bare libraries are found. Packages are imported by their files.
const FOLDER = join(root, "scripts");
const MANY = 20;

export async function measureBundles(packages: readonly Package[]): Promise<BundleReport> {
  const rows: BundleRow[] = [];
  const ours: Measured[] = [];
  for (const each of packages) {
    const plain = each.operations.filter(({ paged }) => !paged);
    const paged = each.operations.filter((operation) => operation.paged);
    if (plain.length > 0) ours.push(await measure(each, each.name, plain));
    if (paged.length > 0) ours.push(await measure(each, `${each.name}, lists by pages`, paged));
  }
  const [{ operations } = { operations: [] }] = ours.toSorted((a, b) => b.operations.length - a.operations.length);
  const called = (count: number): Operation[] =>
    Array.from({ length: count }, (_, index) => operations[index % operations.length] ?? []).flat();
  for (const [client, program] of Object.entries(peers)) {
    const size = async (count: number, signedIn: boolean): Promise<Size> =>
      sized(await bundle(program(called(count), signedIn), FOLDER));
    const [one, signIn, twenty] = [await size(1, false), await size(1, true), await size(MANY, false)];
    rows.push({ client, ours: false, one, signIn, twenty });
  }
  const [heaviest] = ours.toSorted((a, b) => b.row.signIn.gzip - a.row.signIn.gzip);
  return { rows: [...rows, ...ours.map(({ row }) => row)], breakdowns: heaviest?.bundles.map(breakDown) ?? [] };
}

export interface Measured {
  readonly row: BundleRow;
  /** Its operations, the one of the single call first. */
  readonly operations: readonly Operation[];
  /** One call, the same with sign-in, the whole client. */
  readonly bundles: readonly { readonly name: string; readonly bundle: Bundle }[];
}

/** One call alone, the same with sign-in, twenty, and the whole client, with the heaviest call and sign-in that there are. */
export async function measure(from: Package, client: string, operations: readonly Operation[]): Promise<Measured> {
  const [operation, one] = await heaviest(operations, (each) => calls(from, [each], 1));
  const signedIn = operations.flatMap((each) => Object.keys(from.signIns).map((kind) => ({ operation: each, kind })));
  const [{ operation: signedOperation, kind }, signIn] = await heaviest(signedIn, (each) =>
    calls(from, [each.operation], 1, from.signIns[each.kind]),
  );
  const sorted = [operation, ...operations.filter((each) => each !== operation)];
  const twenty = await bundle(calls(from, sorted, MANY), FOLDER);
  const whole = await bundle(wholeClient(from, operation), FOLDER);
  const call = operation.operationId;
  const signedCall = signedOperation.operationId;
  return {
    operations: sorted,
    row: {
      client,
      ours: true,
      call,
      signedCall,
      kind,
      one: sized(one),
      signIn: sized(signIn),
      twenty: sized(twenty),
      whole: sized(whole),
    },
    bundles: [
      { name: `${from.name}, ${call} without sign-in`, bundle: one },
      { name: `${from.name}, ${signedCall} with sign-in by ${kind}`, bundle: signIn },
      { name: `${from.name}, the whole client`, bundle: whole },
    ],
  };
}

/** Whichever of several makes the largest bundle. */
async function heaviest<T>(choices: readonly T[], program: (choice: T) => string): Promise<[T, Bundle]> {
  let found: [T, Bundle] | undefined;
  for (const choice of choices) {
    const made = await bundle(program(choice), FOLDER);
    if (found === undefined || made.gzip > found[1].gzip) found = [choice, made];
  }
  if (found === undefined) throw new Error("there is nothing to bundle");
  return found;
}

function breakDown({ name, bundle }: Measured["bundles"][number]): Breakdown {
  return { bundle: name, total: sized(bundle), contents: contentsOf(bundle, FOLDER) };
}

function sized({ min, gzip }: Size): Size {
  return { min, gzip };
}
