import { own } from "../../load/json.ts";
import { resolvePointer } from "../../load/pointer.ts";
import { repetition } from "../../model/repetition.ts";
import type { Group, Model, Operation } from "../../model/model.ts";
import { codeSpan, paragraphs, plainText, prose } from "../../types/markdown.ts";
import { access } from "../code.ts";
import { errorsSection, pagesSection, returnSection, statusSection } from "./answers-section.ts";
import { argumentsSection } from "./arguments-section.ts";
import { authorizationSection } from "./authorization-section.ts";
import { exampleBlocks } from "./examples.ts";
import { sourceText } from "./notes.ts";
import { link, type Pages } from "./pages.ts";
import type { TypePlace } from "./type-text.ts";

/** All that there is to know of an operation. */
export function operationPage(pages: Pages, group: Group, operation: Operation): string {
  const { model, split, packageName, footer } = pages;
  const { id, method, path, summary, description } = operation;
  const takes: TypePlace = { pages, direction: "input" };
  const gives: TypePlace = { pages, direction: "output" };
  const written = resolvePointer(split.document, operation.pointer);
  const source = sourceText(own(written, "x-sdk-source"));
  return [
    `# ${plainText(id)}\n`,
    `[${plainText(packageName)}](../README.md) · ${codeSpan(`${model.instanceName}${access(group.property)}${access(id)}`)} · ${codeSpan(`${method} ${path}`)}\n`,
    ...(summary === "" ? [] : [`${prose(summary)}\n`]),
    ...warnings(pages, operation).map((each) => `> ${each}\n`),
    ...paragraphs(description).map((each) => `${each}\n`),
    "## Example\n",
    ...exampleBlocks(pages, group, operation),
    ...argumentsSection(operation, takes),
    ...returnSection(operation, gives),
    ...pagesSection(pages, group, operation, gives),
    ...authorizationSection(model, operation),
    ...statusSection(written, operation, gives),
    ...errorsSection(group, operation, gives),
    "## Retries\n",
    `${retryText(model, operation)}\n`,
    ...(source === "" ? [] : ["## Source\n", `${source}\n`]),
  ]
    .join("\n")
    .concat(footer);
}

function warnings(pages: Pages, operation: Operation): string[] {
  const { caution, deprecated } = operation;
  const warned: string[] = [];
  if (deprecated) {
    const instead = replacements(pages, operation);
    warned.push(`**Deprecated.**${instead.length === 0 ? "" : ` Named in its place: ${instead.join(", ")}.`}`);
  }
  if (caution !== undefined) {
    const { parameter, absent, choice } = caution;
    const or = choice === undefined ? "" : ` or ${codeSpan(`${choice}: true`)}`;
    warned.push(`**Caution.** ${prose(absent)} So a call must give ${codeSpan(parameter)}${or}.`);
  }
  return warned;
}

/** The operations that the description of a deprecated one names, as code. */
function replacements({ operationFiles }: Pages, { id, description }: Operation): string[] {
  const named = new Set([...description.matchAll(/`([^`\n]{1,200})`/g)].map(([, name = ""]) => name));
  return [...named].flatMap((name) => {
    const file = operationFiles.get(name);
    return file === undefined || name === id ? [] : [link(name, file)];
  });
}

function retryText(model: Model, operation: Operation): string {
  const { why, statuses } = repetition(model, operation);
  const again = [408, 429, 502, 503, 504, ...statuses].toSorted((a, b) => a - b).join(", ");
  const what = `Lost connections, timeouts and the statuses ${again} are tried again`;
  switch (why) {
    case "method":
      return `${what}: ${codeSpan(operation.method)} may be repeated.`;
    case "spec":
      return `${what}: to repeat this operation does no harm.`;
    case undefined:
      return `Nothing is tried again, as a second ${codeSpan(operation.method)} may do a thing twice. Where it may not, give \`retry: { unsafe: true }\`.`;
  }
}
