import { dirname } from "node:path";

import type { Diagnostic, Position } from "../diagnostics/diagnostic.ts";
import { bundle, needsBundling } from "./bundle/bundle.ts";
import type { Refusal } from "./bundle/files.ts";
import { checkSpec } from "./check/all.ts";
import { completeVersion } from "./check/version.ts";
import type { JsonObject } from "./json.ts";
import { createPlaces } from "./places.ts";
import { OPENAPI, SWAGGER } from "./shapes.ts";
import { readSource } from "./source.ts";

export interface LoadOptions {
  /** The folder that every file of the spec must lie in; that of the first file if it is not given. */
  readonly root?: string;
}

export interface LoadedSpec {
  /** As it was given. */
  readonly file: string;
  /** All that was read, the file itself first. */
  readonly files: readonly string[];
  /** One document in the terms of OpenAPI 3, with references into itself alone; empty if the file could not be read or parsed. */
  readonly document: JsonObject;
  /** Where the value at a JSON pointer is written, or its nearest ancestor that exists. */
  readonly locate: (pointer: string) => Position;
  /** The same, with the file. */
  readonly place: (pointer: string) => Position & { readonly file: string };
  /** All problems of the spec. With an error among them, the document is not fit to be generated from. */
  readonly diagnostics: readonly Diagnostic[];
}

const NO_REFUSALS: ReadonlyMap<string, Refusal> = new Map();

/** Reads a spec with all files that it is made of, and finds all its problems. It never throws for the files. */
export function loadSpec(file: string, options: LoadOptions = {}): LoadedSpec {
  const root = readSource(file);
  const { document } = root;
  if (document === undefined) {
    const place = (pointer: string): Position & { file: string } => ({ file, ...root.locate(pointer) });
    return { file, files: [file], document: {}, locate: root.locate, place, diagnostics: root.diagnostics };
  }
  const places = createPlaces(root);
  const shapes = typeof document["swagger"] === "string" ? SWAGGER : OPENAPI;
  const { others, refusals, diagnostics } = needsBundling(root)
    ? bundle(root, document, places, shapes, options.root ?? dirname(file))
    : { others: [], refusals: NO_REFUSALS, diagnostics: [] };

  const locate = (pointer: string): Position => {
    const { source, pointer: written } = places.at(document, pointer);
    return source.locate(written);
  };
  const place: LoadedSpec["place"] = (pointer) => {
    return { file: places.at(document, pointer).source.file, ...locate(pointer) };
  };
  const located = (problem: Diagnostic): Diagnostic => {
    const place = places.at(document, problem.pointer);
    if (place.source === root && place.pointer === problem.pointer) return problem;
    return { ...problem, file: place.source.file, position: place.source.locate(place.pointer) };
  };
  const checked = checkSpec(file, document, refusals).map(located);
  const version = completeVersion(document["openapi"]);
  return {
    file,
    files: [file, ...others.map((other) => other.file)],
    document: version === undefined ? document : { ...document, openapi: version },
    locate,
    place,
    diagnostics: [...root.diagnostics, ...diagnostics, ...checked],
  };
}
