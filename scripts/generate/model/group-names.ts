import { listAt, textAt, type JsonObject } from "../load/json.ts";
import type { SpecOperation } from "../load/walk.ts";
import { bounded, marked } from "./fallback.ts";
import { camelCase, fold, joinWords, kebabCase } from "./names.ts";
import { CLIENT_NAMES, isReservedFile } from "./reserved-names.ts";

// - an operation belongs to the group of its first tag; without one, or if that has no letter or digit, to the group `api`
// - tags that differ only in case or in what stands between words are one group, so no group's name depends on another
// - a name that every client has already gets `Operations` behind it, a digit in front gets `tag` before it

export interface GroupName {
  /** The tag that the group is named after; undefined if none of its operations has one that could. */
  readonly tag: string | undefined;
  readonly className: string;
  readonly property: string;
  readonly file: string;
}

const UNTAGGED = "api";
const LONGEST_FILE = 60;

/** The tag that says which group an operation belongs to. */
export function tagOf({ value }: SpecOperation): string | undefined {
  const [tag] = listAt(value, "tags");
  return typeof tag === "string" ? tag : undefined;
}

/** What the tags of one group have in common. */
export function groupKey(tag: string | undefined): string {
  return fold(tag ?? "") || UNTAGGED;
}

/** The names of groups by key. Those whose tags the document lists come first, in its order; the others follow sorted. */
export function nameGroups(document: JsonObject, operations: readonly SpecOperation[]): Map<string, GroupName> {
  const listed = listAt(document, "tags").map((tag) => textAt(tag, "name") ?? "");
  const used = Map.groupBy(new Set(operations.map(tagOf)), groupKey);
  const keys = new Set([...listed.map(groupKey).filter((key) => used.has(key)), ...[...used.keys()].toSorted()]);
  const [stems, properties, files] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const names = new Map<string, GroupName>();
  for (const key of keys) {
    const tags = (used.get(key) ?? []).filter((tag): tag is string => fold(tag ?? "") !== "").toSorted();
    const tag = listed.find((each) => tags.includes(each)) ?? tags[0];
    const stem = claim(stems, stemOf(tag ?? UNTAGGED), key);
    const plain = camelCase(stem);
    const file = bounded(kebabCase(stem), key, LONGEST_FILE);
    names.set(key, {
      tag,
      className: `${stem}Operations`,
      property: claim(properties, CLIENT_NAMES.has(plain) ? `${plain}Operations` : plain, key),
      file: `${claim(files, isReservedFile(file) ? `${file}-operations` : file, key)}.ts`,
    });
  }
  return names;
}

/** Why a group is not called what a tag of its operations says; undefined where it is. */
export function whyGroup(tag: string, group: GroupName): string | undefined {
  const plain = camelCase(tag);
  if (plain === group.property) return undefined;
  if (plain === "") return "the tag holds neither a letter nor a digit";
  if (group.tag !== undefined && camelCase(group.tag) !== plain) return `"${group.tag}" is the same name`;
  if (CLIENT_NAMES.has(plain)) return `every client has a "${plain}" of its own`;
  return STARTS_WELL.test(plain) ? "the tag is longer than names may be" : "a name begins with a letter";
}

const STARTS_WELL = /^\p{ID_Start}/u;

function stemOf(tag: string): string {
  const words = joinWords(tag);
  return bounded(STARTS_WELL.test(words) ? words : `Tag${words}`, tag);
}

/** Names that are the same all the same are told apart by what they stand for. */
function claim(names: Set<string>, name: string, key: string): string {
  const own = names.has(name) ? marked(name, key, (each) => !names.has(each)) : name;
  names.add(own);
  return own;
}
