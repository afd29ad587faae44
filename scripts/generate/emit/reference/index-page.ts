import type { Field, Group, Kind, Operation } from "../../model/model.ts";
import { codeSpan, paragraphs, plainText, prose, table } from "../../types/markdown.ts";
import { access } from "../code.ts";
import { environmentVariable } from "../credentials.ts";
import { addressSection } from "./address-section.ts";
import { kindShape, kindUse } from "./kind-text.ts";
import { link, type Pages } from "./pages.ts";

/** The page that leads to all others: operations by group, credentials, models. */
export function indexPage(pages: Pages): string {
  const { model, packageName, footer } = pages;
  const { groups, schemaNames, title, summary } = model;
  return [
    `# Reference of ${plainText(packageName)}\n`,
    `${prose(title)}${summary === "" ? "" : `: ${paragraphs(summary)[0] ?? ""}`}\n`,
    ...(groups.length === 0 ? [] : ["## Operations\n"]),
    ...groups.flatMap((group) => groupLines(pages, group)),
    ...addressSection(model),
    ...credentialLines(pages),
    ...(schemaNames.length === 0
      ? []
      : [
          "## Models\n",
          `${schemaNames.map((name) => `- ${link(name, `models/${pages.modelFiles.get(name) ?? ""}`)}`).join("\n")}\n`,
        ]),
  ]
    .join("\n")
    .concat(footer);
}

function groupLines({ model, operationFiles }: Pages, { property, description, operations }: Group): string[] {
  const rows = operations.map((operation) => [
    link(operation.id, `operations/${operationFiles.get(operation.id) ?? ""}`),
    codeSpan(`${operation.method} ${operation.path}`),
    operationText(operation),
  ]);
  return [
    `### ${plainText(`${model.instanceName}${access(property)}`)}\n`,
    ...paragraphs(description).map((each) => `${each}\n`),
    table(["method", "HTTP request", "description"], rows),
  ];
}

/** What an operation does, in a few words. */
export function operationText({ summary, description, deprecated }: Operation): string {
  const says = prose(summary === "" ? (description.trim().split(/\n\s*\n/, 1)[0] ?? "") : summary);
  return deprecated ? `**Deprecated.** ${says}` : says;
}

function credentialLines(pages: Pages): string[] {
  const { kinds, clientName } = pages.model;
  if (kinds.length === 0) return [];
  return [
    "## Credentials\n",
    `\`${clientName}\` takes one of these as \`credentials\`, and signs in at the first call that needs it. Every secret may be a function, which is asked once a sign-in. \`credentialsFromEnvironment()\` reads them from the variables.\n`,
    ...kinds.flatMap((kind) => kindLines(pages, kind)),
  ];
}

function kindLines({ model, operationFiles }: Pages, kind: Kind): string[] {
  const rows = [...kind.fields].map(([name, field]) => [
    codeSpan(name),
    codeSpan(environmentVariable(model.service, name)),
    field.required ? "yes" : "",
    fieldText(field),
  ]);
  const use = kindUse(model, kind, operationFiles, "operations");
  return [
    `### ${plainText(kind.name)}\n`,
    `${codeSpan(kindShape(kind))}\n`,
    ...paragraphs(kind.description).map((each) => `${each}\n`),
    ...(use === "" ? [] : [`${use}\n`]),
    table(["field", "variable", "required", "description"], rows),
  ];
}

function fieldText({ description, secret, once, default: byDefault, values }: Field): string {
  return [
    prose(description),
    values.length === 0 ? "" : `One of ${values.map((value) => codeSpan(JSON.stringify(value))).join(", ")}.`,
    byDefault === undefined ? "" : `Default: ${codeSpan(JSON.stringify(byDefault))}.`,
    secret ? "Secret." : "",
    once ? "It works a single time." : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
