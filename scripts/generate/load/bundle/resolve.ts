import { isObject, own } from "../json.ts";
import { joinPointer, parsePointer, stepInto } from "../pointer.ts";
import type { Places } from "../places.ts";
import type { Place, Source } from "../source.ts";
import type { Addresses } from "./addresses.ts";
import type { Files, Refusal } from "./files.ts";

export interface Target {
  readonly place: Place;
  readonly value: unknown;
}

export interface Resolver {
  /** What a reference leads to. */
  readonly resolve: (reference: string, from: Place) => Target | Refusal;
  /** The same through references that stand alone, as long as they lead on into other files. */
  readonly resolveThrough: (reference: string, from: Place) => Target | Refusal;
  /** The reference in an object is about to be written anew, as it can be understood in the document alone. */
  readonly settle: (value: object, target: Target) => void;
}

export function isRefusal(found: Target | Refusal): found is Refusal {
  return "code" in found;
}

export function createResolver(root: Source, files: Files, addresses: Addresses, places: Places): Resolver {
  const resolve = (reference: string, from: Place): Target | Refusal => {
    const [uri = "", encoded = ""] = splitOnce(reference);
    const fragment = decodeFragment(encoded);
    if (fragment === undefined) return nowhere(reference, "write #/ and a JSON pointer behind the file");
    const named = addresses.find(uri, fragment, from);
    if (named !== undefined) return at(named, reference);
    // What an overlay puts in refers to the parts of the document that it is put into.
    const source = from.source.overlay === true ? root : from.source;
    const opened = uri === "" ? source : files.open(uri, source);
    if ("code" in opened) return opened;
    addresses.add(opened);
    if (opened.document === undefined) {
      return { code: "unreadable-file", message: `"${uri}" cannot be read`, fix: "see what is said of that file" };
    }
    if (fragment !== "" && !fragment.startsWith("/")) {
      // The file may be new: its anchors are known only now.
      const anchored = addresses.find("", fragment, { source: opened, pointer: "" });
      return anchored === undefined ? nowhere(reference, "correct the name behind #") : at(anchored, reference);
    }
    return at({ source: opened, pointer: joinPointer("", ...parsePointer(fragment)) }, reference);
  };

  const at = (place: Place, reference: string): Target | Refusal => {
    let value: unknown = place.source.document;
    let written: Place = { source: place.source, pointer: "" };
    for (const token of parsePointer(place.pointer)) {
      const parent = value;
      value = stepInto(parent, token);
      if (value === undefined) return nowhere(reference, "correct the pointer, or add what it refers to");
      if (place.source !== root && isObject(parent)) written = places.within(parent, written, token, value);
      else written = { source: written.source, pointer: joinPointer(written.pointer, token) };
    }
    // Within the first file a pointer is what other references may use, wherever the value came from.
    return { place: place.source === root ? place : written, value };
  };

  const settled = new WeakMap<object, Target>();
  const next = (found: Target): Target | Refusal | undefined => {
    const reference = loneReference(found.value);
    if (reference === undefined) return undefined;
    return settled.get(found.value as object) ?? resolve(reference, found.place);
  };

  const resolveThrough = (reference: string, from: Place): Target | Refusal => {
    const seen = new Set<unknown>();
    let found = resolve(reference, from);
    while (!isRefusal(found) && found.place.source !== root && !seen.has(found.value)) {
      seen.add(found.value);
      const further = next(found);
      if (further === undefined) break;
      found = further;
    }
    return found;
  };

  return { resolve, resolveThrough, settle: (value, target) => void settled.set(value, target) };
}

/** The reference of an object that holds nothing else. */
export function loneReference(value: unknown): string | undefined {
  const ref = own(value, "$ref");
  return isObject(value) && typeof ref === "string" && Object.keys(value).length === 1 ? ref : undefined;
}

function nowhere(reference: string, fix: string): Refusal {
  return { code: "unknown-reference", message: `"${reference}" leads nowhere`, fix };
}

function splitOnce(reference: string): string[] {
  const hash = reference.indexOf("#");
  return hash === -1 ? [reference] : [reference.slice(0, hash), reference.slice(hash + 1)];
}

function decodeFragment(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
