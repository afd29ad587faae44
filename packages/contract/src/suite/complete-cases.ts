import type { AnswerCase, Cases, OperationCase } from "../cases.ts";
import type { Arguments } from "../openapi/encode.ts";
import type { Spec, SpecOperation } from "../openapi/spec.ts";
import { defaultContent, type ArgumentMaker } from "../values/arguments.ts";

/** A request beside the usual ones: with a body of another media type. */
export interface OtherRequest {
  readonly mediaType: string;
  readonly arguments: Arguments;
}

/** An operation with everything that it is tried with. */
export interface FullCase extends OperationCase {
  readonly others: readonly OtherRequest[];
}

/** The cases with what the spec's examples leave out: arguments made from the schemas, and answers as the spec declares them. */
export function completeCases(cases: Cases, spec: Spec, maker: ArgumentMaker): FullCase[] {
  return cases.operations.map((operation) => {
    const described = spec.operations.get(operation.operationId);
    if (described === undefined) return { ...operation, others: [] };
    const contents = described.body?.contents ?? [];
    const usual = defaultContent(contents);
    const make = (extent: "required" | "all", content = usual): Arguments =>
      maker.arguments(described, extent, content, operation.arguments[extent]);
    return {
      ...operation,
      arguments: { required: make("required"), all: make("all") },
      others: contents
        .filter((content) => content !== usual)
        .map((content) => ({ mediaType: content.mediaType, arguments: make("all", content) })),
      answers: answersOf(described),
    };
  });
}

function answersOf({ answers }: SpecOperation): AnswerCase[] {
  return answers.flatMap(({ status, contents }): AnswerCase[] => {
    const code = concrete(
      answers.map((each) => each.status),
      status,
    );
    if (contents.length === 0) return [{ status, code, mediaType: null, examples: [] }];
    return contents.map(({ mediaType, examples }) => ({
      status,
      code,
      mediaType,
      examples: [...examples].map(([name, value]) => ({ name, value })),
    }));
  });
}

/** A status for a range or for `default`: one that is not declared by itself. */
function concrete(declared: readonly string[], status: string): number {
  if (/^\d{3}$/.test(status)) return Number(status);
  const hasSuccess = declared.some((each) => each.startsWith("2"));
  const first = status === "default" ? (hasSuccess ? 4 : 2) : Number(status[0]);
  for (let code = first * 100; ; code += 1) if (!declared.includes(String(code))) return code;
}
