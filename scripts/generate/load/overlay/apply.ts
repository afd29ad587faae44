import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";
import type * as JsonPath from "jsonpath-rfc9535";

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { applyEdits } from "../edit.ts";
import { describeType, isObject, own, textAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Places } from "../places.ts";
import { joinPointer, parsePointer, resolvePointer } from "../pointer.ts";
import { problemAt, readSource } from "../source.ts";
import type { Place, Source } from "../source.ts";
import { appendItem, mergeInto, setField } from "./merge.ts";

/** Loaded for those specs alone that have overlays. */
const require = createRequire(import.meta.url);

export interface Applied {
  readonly overlays: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Applies overlays (OpenAPI Overlay 1.0) to the document of the first file, one after the other, before its references are followed. */
export function applyOverlays(root: Source, document: JsonObject, files: readonly string[], places: Places): Applied {
  const overlays = files.map((file): Source => ({ ...readSource(file), overlay: true }));
  const diagnostics = overlays.flatMap((overlay) => [
    ...overlay.diagnostics,
    ...applyOverlay(root, document, overlay, places),
  ]);
  return { overlays, diagnostics };
}

function applyOverlay(root: Source, document: JsonObject, source: Source, places: Places): Diagnostic[] {
  if (source.document === undefined) return [];
  const wrong = (pointer: string, message: string, fix: string): Diagnostic => {
    return problemAt({ source, pointer }, { severity: "error", code: "invalid-overlay", message, fix });
  };
  const version = own(source.document, "overlay");
  if (typeof version !== "string" || !/^1\.[01](?:\.\d+)?$/.test(version)) {
    return [wrong("/overlay", `The version of this overlay is ${JSON.stringify(version)}`, "write overlay: 1.0.0")];
  }
  const target = textAt(source.document, "extends");
  if (target !== undefined && !/^[a-z][a-z\d+.-]*:/i.test(target)) {
    const named = resolve(dirname(source.file), target);
    if (named !== resolve(root.file)) {
      const fix = "correct it, or name the overlay after the spec that it is for";
      return [wrong("/extends", `This overlay is for "${target}", and applied to another file`, fix)];
    }
  }
  const actions = own(source.document, "actions");
  if (!Array.isArray(actions) || actions.length === 0) {
    return [
      wrong(
        "/actions",
        `actions must be a list that is not empty, and is ${describeType(actions)}`,
        "list what to change",
      ),
    ];
  }
  return actions.flatMap((action: unknown, index) => {
    const pointer = joinPointer("/actions", index);
    const path = textAt(action, "target");
    if (!isObject(action) || path === undefined) {
      return [wrong(pointer, "This action has no target", "add target: with a JSONPath, such as $.info")];
    }
    const removes = own(action, "remove") === true;
    if (!removes && !Object.hasOwn(action, "update")) {
      return [wrong(pointer, "This action says neither update nor remove: true", "add one of the two")];
    }
    let found: string[];
    try {
      found = pointersOf(document, path);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const fix = "write a JSONPath of RFC 9535, such as $.paths['/things'].get";
      return [wrong(joinPointer(pointer, "target"), `"${path}" is no JSONPath: ${error.message}`, fix)];
    }
    if (found.length === 0) {
      const at = { source, pointer: joinPointer(pointer, "target") };
      const message = `"${path}" matches nothing in ${basename(root.file)}`;
      const fix = "correct the path, or remove the action; what other files hold is out of reach of overlays";
      return [problemAt(at, { severity: "warning", code: "unmatched-overlay-target", message, fix })];
    }
    if (removes) {
      applyEdits(
        document,
        found.map((each) => ({ pointer: each, value: undefined })),
        places,
      );
      return [];
    }
    const place = { source, pointer: joinPointer(pointer, "update") };
    const refused = found.some((each) => !update(document, each, action["update"], place, places));
    if (!refused) return [];
    return [wrong(place.pointer, "An object can be updated by an object alone", "write the fields that shall change")];
  });
}

/** False if the update does not fit what it is for. */
function update(document: JsonObject, pointer: string, value: unknown, place: Place, places: Places): boolean {
  const target = resolvePointer(document, pointer);
  if (Array.isArray(target)) {
    appendItem(target, value, place, places);
    return true;
  }
  if (isObject(target)) {
    if (isObject(value)) mergeInto(target, value, place, places);
    return isObject(value);
  }
  const tokens = parsePointer(pointer);
  const field = tokens.pop();
  const parent = resolvePointer(document, joinPointer("", ...tokens));
  if (field === undefined || typeof parent !== "object" || parent === null) return false;
  setField(parent, field, value, place, places);
  return true;
}

function pointersOf(document: JsonObject, path: string): string[] {
  const found: string[] = [];
  const { exec } = require("jsonpath-rfc9535") as typeof JsonPath;
  exec(document as JsonPath.JsonValue, path, (_, keys) => {
    found.push(joinPointer("", ...keys.map((key) => (typeof key === "number" ? key : unescapeName(key)))));
  });
  return [...new Set(found)];
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** Names come as they stand in normalized paths. */
function unescapeName(name: string): string {
  return name.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/gs, (_, code: string | undefined, letter: string) => {
    return code === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16));
  });
}
