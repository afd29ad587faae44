import ts from "typescript";

import { memoryHost } from "../../run/memory-host.ts";
import type { Change } from "../change.ts";
import type { OperationPair, Operations } from "../operations.ts";
import type { Side } from "../side.ts";

// Whether programs written against the old package compile against the new one is for the compiler to say: what they give must
// still be taken, and what they read must still be there.

const FOLDER = import.meta.dirname;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

const HEAD = `import type * as Old from "./old/src/generated/index.ts";
import type * as New from "./new/src/generated/index.ts";
import type { Failure, Success } from "@vendor-sdks/runtime";
type Data<R> = R extends Success<number, infer D> ? D : never;
type At<R, S> = R extends Failure<infer T, infer B> ? (S extends T ? B : never) : never;
`;

interface Probe {
  readonly line: string;
  readonly change: Omit<Change, "reason" | "kind">;
  readonly says: string;
}

/** What no longer compiles. */
export function typeChanges(before: Side, after: Side, { pairs }: Operations): Change[] {
  const probes = pairs.flatMap(probesOf);
  if (probes.length === 0 || isSameCode(before, after)) return [];
  const text = `${HEAD}${probes.map(({ line }) => `${line}\n`).join("")}`;
  const complaints = check(text, before.files, after.files);
  const first = HEAD.split("\n").length;
  return probes.flatMap(({ change, says }, index): Change[] => {
    const complaint = complaints.get(first + index);
    return complaint === undefined ? [] : [{ ...change, kind: "breaking", reason: `${says}: ${complaint}.` }];
  });
}

function isSameCode(before: Side, after: Side): boolean {
  const code = ({ files }: Side): string =>
    JSON.stringify(
      [...files].filter(([file]) => file.startsWith("src/generated/operations/") || file.endsWith("/types.ts")),
    );
  return code(before) === code(after);
}

function probesOf({ before, after }: OperationPair, index: number): Probe[] {
  const places = { before: before.pointer, after: after.pointer };
  const probe = (
    name: string,
    given: string,
    wanted: string,
    change: Pick<Change, "rule" | "remedy">,
    says: string,
  ): Probe => ({
    line: `export const ${name}${index} = (value: ${given}): ${wanted} => value;`,
    change: { operation: before.id, ...places, ...change },
    says,
  });
  const statuses = before.responses.map(({ status }) => status).filter((status) => /^[345]\d\d$/.test(status));
  return [
    probe(
      "args",
      `Old.${before.typeName}Args`,
      `New.${after.typeName}Args`,
      { rule: "sdk-arguments", remedy: "Adapt the arguments of the calls." },
      "Arguments that were taken are not",
    ),
    probe(
      "data",
      `Data<New.${after.typeName}Result>`,
      `Data<Old.${before.typeName}Result>`,
      { rule: "sdk-data", remedy: "Adapt what reads the answer." },
      "The answer is of another type",
    ),
    ...statuses.map((status) =>
      probe(
        `error${status}_`,
        `[At<New.${after.typeName}Result, ${status}>] extends [never] ? unknown : At<New.${after.typeName}Result, ${status}>`,
        `At<Old.${before.typeName}Result, ${status}>`,
        { rule: "sdk-error", remedy: `Adapt what reads the ${status}.` },
        `The ${status} answer is of another type`,
      ),
    ),
  ];
}

/** By line of the probes, what the compiler says there, in its innermost words. */
function check(text: string, before: Side["files"], after: Side["files"]): Map<number, string> {
  const main = `${FOLDER}/probes.ts`;
  const texts = new Map([[main, text]]);
  for (const [folder, files] of [
    ["old", before],
    ["new", after],
  ] as const) {
    for (const [file, source] of files) if (file.endsWith(".ts")) texts.set(`${FOLDER}/${folder}/${file}`, source);
  }
  const program = ts.createProgram([main], OPTIONS, memoryHost(texts, OPTIONS));
  const source = program.getSourceFile(main);
  const complaints = new Map<number, string>();
  for (const { messageText, start = 0 } of program.getSemanticDiagnostics(source)) {
    const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
    complaints.set(line, innermost(messageText));
  }
  return complaints;
}

function innermost(message: string | ts.DiagnosticMessageChain): string {
  if (typeof message === "string") return message.replace(/\.$/, "");
  const next = message.next?.[0];
  return next === undefined ? message.messageText.replace(/\.$/, "") : innermost(next);
}
