import { beforeAll, expect, test } from "vitest";
import { blocksOf } from "../../docs/blocks.ts";
import { checkExamples } from "../../docs/command.ts";
import { firstDifference } from "../../docs/compare.ts";

const DOCUMENT = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  servers: [{ url: "https://shop.example.com/v1" }, { url: "http://localhost:9/v1" }],
  paths: {
    "/things": {
      get: {
        operationId: "listThings",
        responses: {
          "200": {
            description: "Things.",
            content: {
              "application/json": {
                schema: { type: "array", items: { type: "string" } },
                examples: { two: { value: ["a", "b"] } },
              },
            },
          },
        },
      },
    },
  },
};

const PAGE = `# Page

<!-- before
import { call, coreFor } from "@vendor-sdks/runtime";
const core = coreFor({ name: "shop", server: "https://shop.example.com/v1" }, {});
const list = { id: "list", method: "GET", path: "/things", responses: { 200: "application/json" } };
-->

\`\`\`ts
const things = await call<string[], unknown>(core, list, {}, undefined);
console.log(things.length);
\`\`\`

\`\`\`text
2
\`\`\`

It goes on:

\`\`\`ts
const [first] = things;
for (const thing of things) console.log(thing);
\`\`\`

\`\`\`text
a
…
\`\`\`
`;

const LONELY = "```ts\nawait new Promise(() => undefined);\n```\n";

// One run for all, as the compiler takes its time.
const PAGES: Readonly<Record<string, string>> = {
  "hangs.md": LONELY,
  "right.md": PAGE,
  "types.md": PAGE.replace("things.length", "things.size"),
  "other.md": PAGE.replace("text\n2", "text\n3"),
  "more.md": PAGE.replace("text\na\n…", "text\na"),
  "silent.md": PAGE.replace("```text\na\n…\n```\n", ""),
  "fails.md": PAGE.replace("const [first] = things;", "JSON.parse('{');"),
  "waits.md": LONELY.replace("ts\n", 'ts no-run="it waits for ever"\n'),
  "exits.md": '```ts\nimport { exit } from "node:process";\nexit(0);\n```\n',
  "local.md": PAGE.replace("things.length", '(await fetch("http://localhost:9/v1/things")).status').replace(
    "text\n2",
    "text\n200",
  ),
  "leaves.md": PAGE.replace("const [first] = things;", 'await fetch("https://shop.test/about");'),
  "packages/shop/docs/README.md": LONELY.replace("ts\n", 'ts no-run="it waits for ever"\n'),
  "last.md": PAGE,
};

const said = { stdout: "", stderr: "" };
let code = 0;

beforeAll(async () => {
  const blocks = Object.entries(PAGES).flatMap(([file, text]) => blocksOf(file, text));
  code = await checkExamples(
    { blocks, documents: { "@vendor-sdks/runtime": DOCUMENT } },
    { stdout: { write: (text) => (said.stdout += text) }, stderr: { write: (text) => (said.stderr += text) } },
  );
}, 120_000);

const faultsOf = (file: string): string[] => said.stderr.split("\n").filter((line) => line.startsWith(`${file}:`));

test("an example runs against the mock of the package that it imports, and is right if it prints what its page says", () => {
  expect(faultsOf("right.md")).toEqual([]);
  expect(faultsOf("last.md")).toEqual([]);
  expect(code).toBe(1);
});

test("an example that does not compile is told with its place", () => {
  expect(faultsOf("types.md")[0]).toBe("types.md:11:20 Property 'size' does not exist on type 'string[]'.");
});

test("a line that is printed otherwise is told with its place", () => {
  expect(faultsOf("other.md")).toEqual(['other.md:15 prints "2", the page says "3"']);
  expect(faultsOf("more.md")).toEqual(['more.md:27 prints "b", the page says nothing more']);
});

test("what an example prints has to be shown", () => {
  expect(faultsOf("silent.md")).toEqual(['silent.md:21 prints "a" at first, which the page does not show']);
});

test("an example that fails is told with the line that failed", () => {
  expect(faultsOf("fails.md")).toEqual([expect.stringMatching(/^fails\.md:21 fails: /)]);
});

test("an example that cannot run has to say why, and is counted", () => {
  expect(faultsOf("hangs.md")).toEqual([expect.stringContaining("hangs.md:2 fails: it never ends")]);
  expect(faultsOf("waits.md")).toEqual([]);
  expect(said.stdout).toContain("2 not run:\n  waits.md:1 it waits for ever\n");
  expect(() => blocksOf("page.md", "```ts norun\n```\n")).toThrow(
    'page.md:1: ```ts norun is unknown: write ```ts no-run="the reason"',
  );
});

test("of the reference every example is run", () => {
  expect(faultsOf("packages/shop/docs/README.md")).toEqual([
    "packages/shop/docs/README.md:1 is an example of the reference that is not run",
  ]);
});

test("a server that the document names is the mock, on this machine too", () => {
  expect(faultsOf("local.md")).toEqual([]);
});

test("no example calls another machine", () => {
  expect(faultsOf("leaves.md")).toEqual([
    "leaves.md:21 fails: no mock of the packages that the example imports answers for https://shop.test/about",
  ]);
});

test("an example that ends the process is told, and costs no other", () => {
  expect(faultsOf("exits.md")).toEqual(["exits.md:2 fails: it ends the process, or hangs"]);
});

test("an ellipsis stands for any lines, and for none", () => {
  expect(firstDifference("a\n…\nd", "a\nb\nc\nd")).toBeUndefined();
  expect(firstDifference("a\n…", "a")).toBeUndefined();
  expect(firstDifference("a\n…\nd", "a\nb")).toEqual({ index: 2, wanted: "d", found: "b" });
  expect(firstDifference("a\nb", "a")).toEqual({ index: 1, wanted: "b", found: undefined });
});
