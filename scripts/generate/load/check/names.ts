import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { listAt, textAt } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import type { Check } from "./context.ts";

/** operationIds and tags become names of the public API, so they have to be fit for it. */
export const checkNames: Check = (spec) => {
  return spec.operations.flatMap(({ value, pointer }): Diagnostic[] => {
    const problems: Diagnostic[] = [];
    const id = textAt(value, "operationId");
    if (id !== undefined && !isFunctionName(id)) {
      const message = `The operationId "${id}" cannot be the name of a function`;
      const fix =
        "begin with a small letter, go on with letters and digits, and keep clear of words of the language: getUsers";
      problems.push(spec.error("unusable-name", joinPointer(pointer, "operationId"), message, fix));
    }
    const [tag] = listAt(value, "tags");
    if (typeof tag === "string" && !isGroupName(tag)) {
      const message = `The tag "${tag}" cannot be the name of a group of methods`;
      const fix = "write a noun in PascalCase that is no member of every client: UserSessions";
      problems.push(spec.error("unusable-name", joinPointer(pointer, "tags", 0), message, fix));
    }
    return problems;
  });
};

// Emitted files import the second line from the runtime and from each other.
const RESERVED = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for function if
  implements import in instanceof interface let new null package private protected public return static super switch this throw
  true try typeof var void while with yield arguments eval
  call callPaged comma commaObject createCore deep form formObject int64 json label labelExploded matrix matrixExploded pipe
  reserved simple simpleExploded space text textExploded usualSecurity`.split(/\s+/),
);
const CLIENT_MEMBERS = new Set(["baseUrl", "close", "core", "exportSession", "http", "signIn", "withOptions"]);

function isFunctionName(id: string): boolean {
  return /^[a-z][A-Za-z0-9]*$/.test(id) && !RESERVED.has(id) && !/(?:Operation|SignIn)$/.test(id);
}

function isGroupName(tag: string): boolean {
  return /^[A-Z][A-Za-z0-9]*$/.test(tag) && !CLIENT_MEMBERS.has(tag.charAt(0).toLowerCase() + tag.slice(1));
}
