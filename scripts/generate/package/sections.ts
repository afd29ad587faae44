import { textAt } from "../load/json.ts";
import type { Kind, Model } from "../model/model.ts";
import { codeSpan, paragraphs, prose, table } from "../types/markdown.ts";
import type { Split } from "../types/split.ts";
import { access } from "../emit/code.ts";
import { environmentVariable } from "../emit/credentials.ts";
import { operationText } from "../emit/reference/index-page.ts";
import { kindShape, kindUse } from "../emit/reference/kind-text.ts";
import { link, type Pages, pagesOf } from "../emit/reference/pages.ts";
import { callExample } from "./kind-example.ts";
import { releasesOf, tellOperations } from "./releases.ts";

const REPOSITORY = "https://github.com/vendor-sdks/vendor-sdks/tree/main";
const RUNTIME = `${REPOSITORY}/packages/runtime`;

/** What a package's README says of its spec, by the name that stands in the comments around it. */
export function readmeSections(model: Model, split: Split, packageName: string): Map<string, string> {
  const pages = pagesOf(model, split, packageName, "");
  return new Map([
    ["credentials", credentials(pages)],
    ["operations", operations(pages)],
    ["compatibility", compatibility(pages)],
    ["further", further(packageName)],
  ]);
}

function credentials(pages: Pages): string {
  const { model } = pages;
  const { kinds, clientName, service } = model;
  const [first] = kinds;
  if (first === undefined) return ["## A first call\n", ...callExample(pages, undefined)].join("\n");
  const [field] = [...first.fields].find(([, { required }]) => required) ?? [""];
  return [
    "## Credentials\n",
    `\`${clientName}\` takes one kind of credentials, known by its fields, and signs in at the first call that needs it. Every secret may be a function, which is asked once a sign-in. \`credentialsFromEnvironment()\` takes them from variables such as \`${environmentVariable(service, field)}\`; [the reference](docs/README.md#credentials) has all fields with their variables.\n`,
    ...kinds.flatMap((kind) => kindLines(pages, kind)),
  ].join("\n");
}

function kindLines(pages: Pages, kind: Kind): string[] {
  const use = kindUse(pages.model, kind, pages.operationFiles, "docs/operations");
  return [
    `### ${codeSpan(kindShape(kind))}\n`,
    ...paragraphs(kind.description).map((each) => `${each}\n`),
    ...(use === "" ? [] : [`${use}\n`]),
    ...callExample(pages, kind),
  ];
}

function operations({ model, operationFiles }: Pages): string {
  const rows = model.groups.flatMap(({ property, operations: each }) =>
    each.map((operation) => [
      link(`${property}${access(operation.id)}`, `docs/operations/${operationFiles.get(operation.id) ?? ""}`),
      codeSpan(`${operation.method} ${operation.path}`),
      operationText(operation),
    ]),
  );
  return [
    "## Operations\n",
    table(["method", "HTTP request", "description"], rows),
    "Each has a page: examples with what they print, arguments, answers, errors, and where each fact comes from. [The reference](docs/README.md) leads to them and to the models.\n",
  ].join("\n");
}

function compatibility({ model, split }: Pages): string {
  const all = model.groups.flatMap((group) => group.operations);
  const releases = releasesOf(split.document, all);
  const version = textAt(split.document["info"], "version") ?? "";
  const isSourced = releases.some(({ confidence }) => confidence !== "without a source");
  const rows = releases.map(({ release, operations: calls, confidence }) => [
    prose(release),
    tellOperations(calls),
    prose(confidence),
  ]);
  return [
    "## Compatibility\n",
    ...(isSourced
      ? [
          "This version of the package was written from these releases, as its sources call them:\n",
          table([prose(model.title), "operations", "known how"], rows),
          `A release that is not among them may well do the same; nobody here has seen a source. [The table of all packages and versions](${REPOSITORY}/docs/compatibility.md) says what the words mean.\n`,
        ]
      : [`This version of the package was made from version ${prose(version)} of the service's own description.\n`]),
  ].join("\n");
}

function further(packageName: string): string {
  return `## Besides

- Retries, timeouts, errors and the other ways to take an answer are those of [@vendor-sdks/runtime](${RUNTIME}#readme).
- For self-signed certificates, pinning and proxies see [certificates](${RUNTIME}#certificates-and-proxies).
- Single operations, for small bundles, are in \`${packageName}/operations\`.
- The OpenAPI document is \`${packageName}/openapi.json\`; \`${packageName}/validation\` holds requests and answers against it, where that is wanted.
`;
}
