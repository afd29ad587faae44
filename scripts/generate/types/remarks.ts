import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { LoadedSpec } from "../load/load.ts";
import type { Rename } from "./names.ts";
import type { SchemaRename } from "./split.ts";

/** A warning for each schema whose type is not called what its name leads one to expect. */
export function renamedSchemas(spec: LoadedSpec, renames: readonly SchemaRename[]): Diagnostic[] {
  return renames.map((rename): Diagnostic => {
    const { from, to, pointer } = rename;
    const message = `The schema "${from}" is named ${to} here, since ${reasonOf(rename)}`;
    const fix = "give it a name in PascalCase that no other schema has and that means nothing else in TypeScript";
    return { code: "renamed-schema", severity: "warning", pointer, message, fix, ...placeOf(spec, pointer) };
  });
}

/** A warning for each schema whose type takes files where only texts can travel. */
export function eitherWaySchemas(spec: LoadedSpec, pointers: readonly string[]): Diagnostic[] {
  return pointers.map((pointer): Diagnostic => {
    const message = "Bytes in this schema are files in the parts of a body, and texts in JSON; its type takes either";
    const fix = "describe parts by a schema of their own; until then, give texts in JSON, which would lose a file";
    return { code: "file-or-text", severity: "warning", pointer, message, fix, ...placeOf(spec, pointer) };
  });
}

function placeOf({ file, files, place }: LoadedSpec, pointer: string): Pick<Diagnostic, "file" | "position"> {
  // Of a single file the pointer is enough: it is not read for positions unless they are shown.
  if (files.length === 1) return { file };
  const { file: written, ...position } = place(pointer);
  return { file: written, position };
}

function reasonOf({ reason, wanted }: Rename): string {
  if (reason === "reserved") return `${wanted} is something else in every program`;
  if (reason === "taken") return `the package exports something else as ${wanted}`;
  return reason === "clash"
    ? `another schema is named ${wanted}, and case does not count`
    : "no type can begin like that";
}
