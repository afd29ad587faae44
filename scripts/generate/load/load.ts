import { dirname } from "node:path";

import type { Diagnostic, Position } from "../diagnostics/diagnostic.ts";
import { bundle, needsBundling } from "./bundle/bundle.ts";
import type { Refusal } from "./bundle/files.ts";
import { checkSpec } from "./check/all.ts";
import { completeVersion } from "./check/version.ts";
import { applyEdits } from "./edit.ts";
import type { Edit } from "./edit.ts";
import type { JsonObject } from "./json.ts";
import { applyOverlays } from "./overlay/apply.ts";
import { overlaysBeside } from "./overlay/find.ts";
import { createPlaces } from "./places.ts";
import type { Places } from "./places.ts";
import { OPENAPI, SWAGGER } from "./shapes.ts";
import { readSource } from "./source.ts";
import type { Source } from "./source.ts";
import { isSwagger, upgradeSwagger } from "./swagger/upgrade.ts";
import { settle } from "./tolerate.ts";

export interface LoadOptions {
  /** The folder that every file of the spec must lie in; that of the first file if it is not given. */
  readonly root?: string;
  /** Overlays to apply, in this order; those that lie beside the file if they are not given. */
  readonly overlays?: readonly string[];
  /** Leaves out the parts that are broken, each with a warning, instead of refusing the whole. */
  readonly tolerant?: boolean;
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
  const places = createPlaces(root);
  const read = root.document === undefined ? undefined : readDocument(root, root.document, places, options);
  const document = read?.document ?? {};

  const locate = (pointer: string): Position => {
    const { source, pointer: written } = places.at(document, pointer);
    return source.locate(written);
  };
  const place: LoadedSpec["place"] = (pointer) => {
    return { file: places.at(document, pointer).source.file, ...locate(pointer) };
  };
  const located = (problem: Diagnostic): Diagnostic => {
    const written = places.at(document, problem.pointer);
    if (written.source === root && written.pointer === problem.pointer) return problem;
    return { ...problem, file: written.source.file, position: written.source.locate(written.pointer) };
  };
  const check = ({ refusals }: ReadDocument): Diagnostic[] => {
    let mends: Edit[] = [];
    const find = (): Diagnostic[] => {
      mends = [];
      return checkSpec(file, document, refusals, mends);
    };
    const found = settle({ document, places, shapes: OPENAPI, tolerant: options.tolerant === true, find, located });
    applyEdits(document, mends, places);
    return found;
  };
  const checked = read?.document === undefined ? [] : check(read);
  const version = completeVersion(document["openapi"]);
  return {
    file,
    files: [file, ...(read?.others ?? [])],
    document: version === undefined ? document : { ...document, openapi: version },
    locate,
    place,
    diagnostics: [...root.diagnostics, ...(read?.diagnostics ?? []), ...checked],
  };
}

interface ReadDocument {
  readonly document: JsonObject | undefined;
  readonly others: readonly string[];
  readonly refusals: ReadonlyMap<string, Refusal>;
  readonly diagnostics: readonly Diagnostic[];
}

/** One document of OpenAPI 3, whatever it was written in. */
function readDocument(root: Source, document: JsonObject, places: Places, options: LoadOptions): ReadDocument {
  const files = options.overlays ?? overlaysBeside(root.file);
  const { overlays, diagnostics } = applyOverlays(root, document, files, places);
  const swagger = isSwagger(document);
  const bundled = [root, ...overlays].some(needsBundling)
    ? bundle(root, document, places, swagger ? SWAGGER : OPENAPI, options.root ?? dirname(root.file))
    : { others: [], refusals: NO_REFUSALS, diagnostics: [] };
  const others = [...overlays, ...bundled.others].map(({ file }) => file);
  const problems = [...diagnostics, ...bundled.diagnostics];
  if (!swagger) return { document, others, refusals: bundled.refusals, diagnostics: problems };
  const upgraded = upgradeSwagger(document, { source: root, pointer: "" }, places, options.tolerant === true);
  return {
    ...upgraded,
    others,
    refusals: bundled.refusals,
    diagnostics: [...problems, ...upgraded.diagnostics],
  };
}
