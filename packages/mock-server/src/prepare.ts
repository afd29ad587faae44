import { encodeExampleNames } from "./example-names.ts";
import { dropForeignRefs } from "./foreign-refs.ts";
import { simplifyHeaders } from "./header-schemas.ts";
import type { JsonObject } from "./json.ts";
import { escapePathTemplates } from "./path.ts";
import type { MockReport } from "./types.ts";

/** Changes the copy of the document that Prism gets, so that Prism neither misreads it nor crashes on it. */
export function prepareDocument(document: JsonObject, report: (report: MockReport) => void): void {
  // Without it Prism reads schemas as draft 7, where much of 3.1 is ignored; with the dialect of OpenAPI itself it validates no body.
  document["jsonSchemaDialect"] = "https://json-schema.org/draft/2020-12/schema";
  // Of 3.2 Prism reads nothing; what it would read of it is the same in 3.1.
  if (String(document["openapi"]).startsWith("3.2")) document["openapi"] = "3.1.1";
  dropForeignRefs(document);
  escapePathTemplates(document);
  encodeExampleNames(document);
  const simplified = simplifyHeaders(document);
  if (simplified.length > 0) {
    report({
      kind: "simplified",
      message:
        `Prism crashes where a header of type array or object is absent, so these are only checked to be text: ` +
        simplified.join(", "),
    });
  }
}
