import { bareType, breadth } from "../model/media-type.ts";
import type { Content, Operation } from "../model/model.ts";
import { print, Raw } from "./code.ts";

const READERS: Readonly<Partial<Record<Content["kind"], string>>> = {
  text: "textAnswer",
  binary: "blobAnswer",
  events: "eventsAnswer",
  jsonEvents: "jsonEventsAnswer",
  lines: "jsonLinesAnswer",
  any: "anyAnswer",
};

const ANY_TYPE = /^(?:\*|application)\/\*$/;

/** What of the runtime reads the answers of an operation, by media type; none where all are JSON. */
function readersOf({ responses }: Operation): Map<string, string> {
  const readers = new Map<string, string>();
  for (const { mediaType, kind } of responses.flatMap(({ contents }) => contents)) {
    const reader = READERS[kind];
    if (reader === undefined) continue;
    for (const name of namesOf(mediaType)) {
      // Two statuses may say different things of one media type: then text is what holds for both.
      const known = readers.get(name);
      readers.set(name, known === "eventsAnswer" ? known : reader);
    }
  }
  return readers;
}

/** A media type as it is compared with; what is XML may be called by either name. */
function namesOf(mediaType: string): readonly string[] {
  const bare = bareType(mediaType);
  return bare === "application/xml" || bare === "text/xml"
    ? [bare, bare === "text/xml" ? "application/xml" : "text/xml"]
    : [bare];
}

/** The media types declared for each status, in the words of the runtime. */
export function declaredAnswers({ responses }: Operation): object {
  return Object.fromEntries(
    responses.map(({ status, contents }) => {
      const types = new Set<string>();
      for (const { mediaType, kind } of byRank(contents)) {
        // What may be anything is JSON first, unless it is a file.
        if (ANY_TYPE.test(bareType(mediaType)) && kind !== "binary") types.add("application/json");
        if (!ANY_TYPE.test(bareType(mediaType)) || kind !== "json")
          for (const name of namesOf(mediaType)) types.add(name);
      }
      const [first = null, ...others] = types;
      return [status, others.length > 0 ? [...types] : first];
    }),
  );
}

export function answerReader(operation: Operation): Raw | undefined {
  const readers = readersOf(operation);
  if (readers.size === 0) return undefined;
  if (areTexts(readers)) return new Raw("textAnswers");
  const names = Object.fromEntries([...readers].map(([type, reader]) => [type, new Raw(reader)]));
  // Marked as free of effects, so that a bundle can drop the constants of operations that it does not call.
  const head = "/* @__PURE__ */ answersOf(";
  return new Raw(`${head}${print(names, 2, `  reader: ${head}`.length + 2)})`);
}

/** Texts of known types need less than what tells types apart. */
function areTexts(readers: ReadonlyMap<string, string>): boolean {
  return [...readers].every(([type, reader]) => reader === "textAnswer" && !type.includes("*"));
}

export function answerImports(operation: Operation): string[] {
  const readers = readersOf(operation);
  if (readers.size === 0) return [];
  return areTexts(readers) ? ["textAnswers"] : ["answersOf", ...readers.values()];
}

/** Every media type that is declared, JSON first and wildcards last; undefined where that is JSON alone. */
export function acceptHeader({ responses, pagination }: Operation): string | undefined {
  const all = byRank(responses.flatMap((response) => response.contents));
  // A page is JSON, whatever else the operation can answer: a file has no rows to walk over.
  const contents = pagination === undefined ? all : all.filter(({ kind }) => kind === "json");
  const accept = [...new Set(contents.map(({ mediaType }) => mediaType))].join(", ");
  return accept === "" || accept === "application/json" ? undefined : accept;
}

function byRank(contents: readonly Content[]): Content[] {
  const rank = ({ kind, mediaType }: Content): number => (kind === "json" ? -1 : 0) + 2 * breadth(mediaType);
  return contents.toSorted((a, b) => rank(a) - rank(b));
}
