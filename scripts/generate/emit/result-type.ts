import type { Content, Operation, Response } from "../model/model.ts";
import type { TypePrinter } from "../types/printer.ts";

/** Types of what an operation answers, as text, and what of the runtime they mention. */
export interface ResultTypes {
  /** What an awaited call gives. */
  readonly data: string;
  readonly members: readonly string[];
  readonly mentions: ReadonlySet<string>;
}

interface Scope {
  readonly printer: TypePrinter;
  readonly mentions: Set<string>;
}

/** The responses that an awaited call gives the bodies of: what is declared of successes, else `default`. */
export function dataResponses({ responses }: Operation): readonly Response[] {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  return successes.length > 0 ? successes : responses.filter(({ status }) => status === "default");
}

/**
 * One member for each body: statuses with the same body share one. `default` stands for the errors that are not declared,
 * and where nothing else is declared for the successes too.
 */
export function resultTypes({ responses }: Operation, printer: TypePrinter): ResultTypes {
  const mentions = new Set<string>(["Undeclared"]);
  const scope = { printer, mentions };
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const fallback = responses.find(({ status }) => status === "default");
  const errors = responses.filter(({ status }) => /^[345]/.test(status));
  const members: string[] = [];
  const data = new Set<string>();

  const succeed = (statuses: string, type: string): void => {
    mentions.add("Success");
    data.add(type);
    members.push(`Success<${statuses}, ${type}>`);
  };
  for (const [type, same] of groupBy(successes, (each) => bodyType(each, scope, "undefined"))) {
    succeed(statusType(same, "Success", { all: successes, mentions }), type);
  }
  if (successes.length === 0) {
    mentions.add("SuccessStatus");
    succeed("SuccessStatus", fallback === undefined ? "unknown" : bodyType(fallback, scope, "undefined"));
  }

  for (const [type, same] of groupBy(errors, (each) => bodyType(each, scope, "unknown"))) {
    mentions.add("Failure");
    members.push(`Failure<${statusType(same, "Error", { all: errors, mentions })}, ${type}>`);
  }
  if (fallback !== undefined) {
    const rest =
      errors.length === 0
        ? "ErrorStatus"
        : `ErrorStatusExcept<${statusType(errors, "Error", { all: errors, mentions })}>`;
    mentions.add(rest.replace(/<.*/, "")).add("Failure");
    members.push(`Failure<${rest}, ${bodyType(fallback, scope, "unknown")}>`);
  }
  members.push("Undeclared");
  return { data: [...data].join(" | "), members, mentions };
}

function groupBy(responses: readonly Response[], by: (response: Response) => string): Map<string, Response[]> {
  const groups = new Map<string, Response[]>();
  for (const each of responses) {
    const type = by(each);
    const group = groups.get(type) ?? [];
    group.push(each);
    groups.set(type, group);
  }
  return groups;
}

/** `400 | 401`; a range leaves out the statuses that are declared by themselves. */
function statusType(
  same: readonly Response[],
  side: "Success" | "Error",
  { all, mentions }: { readonly all: readonly Response[]; readonly mentions: Set<string> },
): string {
  const parts = same.map(({ status }) => {
    if (!/XX$/i.test(status)) return status;
    const range = side === "Success" ? "SuccessStatus" : `StatusIn<${status[0] ?? ""}>`;
    mentions.add(range.replace(/<.*/, ""));
    const own = all.filter((each) => each.status[0] === status[0] && /^\d+$/.test(each.status));
    return own.length === 0 ? range : `Exclude<${range}, ${own.map((each) => each.status).join(" | ")}>`;
  });
  return parts.join(" | ");
}

function bodyType({ contents }: Response, { printer, mentions }: Scope, empty: string): string {
  const types = contents.map((content) => contentType(content, printer));
  for (const content of contents) for (const name of streamTypes(content)) mentions.add(name);
  return types.length === 0 ? empty : [...new Set(types)].join(" | ");
}

/** What a call gives for a body. */
export function contentType({ kind, schema }: Content, printer: TypePrinter): string {
  if (kind === "text" || kind === "binary") return kind === "text" ? "string" : "Blob";
  const type = schema === undefined ? "unknown" : printer.print(schema, "output");
  const [stream] = streamTypes({ kind });
  return stream === undefined ? type : `${stream}<${type}>`;
}

/** The runtime's type of what is read as it comes. */
export function streamTypes({ kind }: Pick<Content, "kind">): string[] {
  if (kind === "lines") return ["JsonLines"];
  return kind === "events" || kind === "jsonEvents" ? ["EventStream"] : [];
}

/** The schemas whose types an answer mentions. */
export function answerSchemas({ contents }: Response): unknown[] {
  return contents.flatMap(({ kind, schema }) =>
    kind === "text" || kind === "binary" || schema === undefined ? [] : [schema],
  );
}
