import type { TarballFile } from "./read.ts";

/** Where and how two sets of files differ, a line for each file; empty if they are the same. */
export function differences(
  one: readonly TarballFile[],
  other: readonly TarballFile[],
  names: readonly [one: string, other: string],
): string[] {
  const [ours, theirs] = [byPath(one), byPath(other)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].toSorted().flatMap((path) => {
    const [a, b] = [ours.get(path), theirs.get(path)];
    if (a === undefined) return [`${path} is in ${names[1]} alone`];
    if (b === undefined) return [`${path} is in ${names[0]} alone`];
    return a.equals(b) ? [] : [firstDifference(path, a, b, names)];
  });
}

function byPath(files: readonly TarballFile[]): Map<string, Buffer> {
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

const SHOWN = 60;

function firstDifference(path: string, a: Buffer, b: Buffer, [one, other]: readonly [string, string]): string {
  const [old, young] = [a.toString("utf8"), b.toString("utf8")];
  let at = 0;
  while (at < old.length && old[at] === young[at]) at += 1;
  const before = old.slice(0, at);
  const line = before.split("\n").length;
  const start = before.lastIndexOf("\n") + 1;
  const show = (text: string): string => {
    const end = text.indexOf("\n", at);
    // A map is one line of many kilobytes: what is around the place is enough.
    return JSON.stringify(text.slice(Math.max(start, at - SHOWN / 2), end === -1 ? undefined : end).slice(0, SHOWN));
  };
  return `${path}:${line}:${at - start + 1} is ${show(old)} in ${one}, and ${show(young)} in ${other}`;
}
