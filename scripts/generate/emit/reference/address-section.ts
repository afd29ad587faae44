import type { Model } from "../../model/model.ts";
import { codeSpan, prose, table } from "../../types/markdown.ts";

/** What all paths lie below, and the options that make it up. */
export function addressSection({ server, otherServers, clientName }: Model): string[] {
  const rows = server.variables.map(({ name, default: byDefault, values, description }) => [
    codeSpan(name),
    byDefault === undefined ? "" : codeSpan(JSON.stringify(byDefault)),
    [
      prose(description),
      values.length === 0 ? "" : `One of ${values.map((value) => codeSpan(JSON.stringify(value))).join(", ")}.`,
    ]
      .filter((part) => part !== "")
      .join(" "),
  ]);
  const others = otherServers.length === 0 ? "" : ` Known ones besides: ${otherServers.map(prose).join(", ")}.`;
  return [
    "## Address\n",
    `All paths are below ${codeSpan(server.url)}. \`${clientName}\` takes what is in braces as options, or \`baseUrl\` in place of all of it.${others}\n`,
    table(["option", "default", "description"], rows),
  ].filter((part) => part !== "");
}
