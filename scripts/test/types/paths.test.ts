import { describe, expect, test } from "vitest";

import type { JsonObject } from "../../generate/load/json.ts";
import { splitSchemas } from "../../generate/types/split.ts";
import { json, printerFor, ref } from "./documents.ts";

const text = { type: "string" };

/** The text of the paths, without what an operation has not. */
function pathsOf(paths: JsonObject, components: JsonObject = {}): string {
  const printed = printerFor(splitSchemas({ paths, components })).paths();
  return printed.replace(/^ +\w+\?: never;\n/gmu, "");
}

describe("the paths that openapi-fetch reads", () => {
  test("name the types and import them", () => {
    const operation = {
      summary: "Make a thing",
      requestBody: { required: true, ...json(ref("t")) },
      responses: { 201: json(ref("t")) },
    };
    const t = { properties: { id: { type: "string", readOnly: true } } };
    expect(pathsOf({ "/t": { post: operation } }, { schemas: { t } }))
      .toBe(`import type { T, TInput } from "./types.ts";

export interface paths {
  "/t": {
    parameters: {
    };
    /** Make a thing */
    post: {
      parameters: {
      };
      requestBody: {
        content: {
          "application/json": TInput;
        };
      };
      responses: {
        201: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": T;
          };
        };
      };
    };
  };
}
`);
  });

  test("say of everything that an operation lacks that it is never there", () => {
    const printed = printerFor(splitSchemas({ paths: { "/x": { get: { responses: { 204: {} } } } } })).paths();
    expect(printed).toContain("    put?: never;\n");
    expect(printed).toContain("      requestBody?: never;\n");
    expect(printed).toContain("          content?: never;\n");
    expect(printed).toContain("        query?: never;\n");
  });

  test("take undefined for optional parameters and closed enums only", () => {
    const parameters = [
      { in: "query", name: "kind", description: "What\nkind.", deprecated: true, schema: { enum: ["a"] } },
      { in: "query", name: "page size", required: true, schema: { type: "integer" } },
      { in: "query", name: "filter", content: { "application/json": { schema: { type: "array", items: text } } } },
    ];
    expect(pathsOf({ "/x": { get: { parameters, responses: {} } } })).toContain(
      `        query: {
          /**
           * What kind.
           * @deprecated
           */
          kind?: "a" | undefined;
          "page size": number;
          filter?: string[] | undefined;
        };
`,
    );
  });

  test("hold components and parameters of the path where they are used", () => {
    const paths = {
      "/x/{id}": {
        parameters: [{ $ref: "#/components/parameters/Id" }],
        put: {
          requestBody: { $ref: "#/components/requestBodies/B" },
          responses: { default: { $ref: "#/components/responses/R" } },
        },
      },
    };
    const printed = pathsOf(paths, {
      parameters: { Id: { in: "path", name: "id", required: true, schema: text } },
      requestBodies: { B: { content: { "text/plain": { schema: text } } } },
      responses: { R: { headers: { "X-Left": { $ref: "#/components/headers/Left" } }, ...json({ enum: ["a"] }) } },
      headers: { Left: { schema: { type: "integer" } } },
    });
    expect(printed).toContain("        path: {\n          id: string;\n        };\n");
    expect(printed).toContain('      requestBody?: {\n        content: {\n          "text/plain": string;\n');
    expect(printed).toContain(
      `        default: {
          headers: {
            "X-Left"?: number | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": "a" | (string & {});
          };
        };
`,
    );
  });

  test("follow a reference to a path item", () => {
    const printed = pathsOf(
      { "/x": { $ref: "#/components/pathItems/P" } },
      { pathItems: { P: { get: { responses: { 200: json(text) } } } } },
    );
    expect(printed).toContain('"application/json": string;');
  });

  test("hold text of the spec only as escaped literals and comments", () => {
    const operation = {
      summary: "a */ b",
      parameters: [{ in: "query", name: '"\u202E', schema: text }],
      responses: {},
    };
    const printed = pathsOf({ '/"x\u2028': { get: operation } });
    expect(printed).toContain('  "/\\"x\\u2028": {\n');
    expect(printed).toContain("    /** a *\\/ b */\n");
    expect(printed).toContain('          "\\"\\u202E"?: string | undefined;\n');
  });

  test("leave extensions alone", () => {
    expect(pathsOf({ "x-note": { get: {} }, "/x": { get: { responses: { "x-note": {}, 204: {} } } } })).not.toContain(
      "note",
    );
  });
});
