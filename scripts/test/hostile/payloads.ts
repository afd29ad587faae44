/**
 * Texts that would run, end a literal or a comment, leave a folder, or change what a reader sees, if they were pasted into source.
 * Each that is code would make `pwned` a global, each that is a path a file `stolen`.
 */
export const PAYLOADS: Readonly<Record<string, string>> = {
  "ends a comment": "*/ globalThis.pwned = 1; /*",
  "ends a line comment": "x\nglobalThis.pwned = 1;",
  "ends a line by U+2028": "x\u2028globalThis.pwned = 1;//\u2029globalThis.pwned = 1;",
  "ends a string": `"; globalThis.pwned = 1; "`,
  "ends a single-quoted string": "'; globalThis.pwned = 1; '",
  "ends a template": "`; globalThis.pwned = 1; `",
  "is an interpolation": "${globalThis.pwned = 1}",
  "escapes the quote": `\\"; globalThis.pwned = 1; //`,
  "ends an object": "}; globalThis.pwned = 1; ({",
  "is a computed key": "[globalThis.pwned = 1]",
  "is an import": `import "data:text/javascript,globalThis.pwned=1"`,
  "is a directive": "\n/// <reference path='../../pwned.d.ts' />\n// @ts-nocheck\n",
  "ends a script": "</script><script>globalThis.pwned=1</script><!--",
  "is a doc tag": "@deprecated {@link globalThis.pwned} @ts-ignore\n@example\n```ts\nglobalThis.pwned = 1\n```",
  "turns the text around": "\u202e}; 1 = denwp\u2066 globalThis.pwned \u2069",
  "is a prototype": "__proto__",
  "is a constructor": "constructor",
  "leaves the folder": "../../../../stolen",
  "leaves the folder on Windows": "..\\..\\..\\stolen",
  "is an absolute path": "/tmp/stolen",
  "is a device": "con",
  "holds a NUL": "stolen\u0000.ts",
  "is half a surrogate pair": "half \ud800",
  "is nothing": "",
  "is blank": " \t ",
  "is long": "pwned".repeat(20_000),
  "ends a cell": "x | globalThis.pwned |\n| y | z |",
  "is a format": "%s%s%n{0}{pwned}$&$1$`",
};

/** All that are code, in one text. */
export const ALL_AT_ONCE: string = Object.values(PAYLOADS)
  .filter((text) => text.length < 1000)
  .join(" ");
