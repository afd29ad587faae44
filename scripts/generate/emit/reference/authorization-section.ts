import { listAt } from "../../load/json.ts";
import type { Model, Operation, Scheme } from "../../model/model.ts";
import { codeSpan, prose } from "../../types/markdown.ts";
import { kindsFeeding } from "../example.ts";
import { kindShape, travelText } from "./kind-text.ts";

/** What an operation needs, alternative by alternative, and the kinds of credentials that give it. */
export function authorizationSection(model: Model, { security }: Operation): string[] {
  if (security === undefined) return ["## Authorization\n", "None is asked for.\n"];
  const lines = security.map((alternative) => {
    const schemes = Object.keys(alternative);
    if (schemes.length === 0) return "- Nothing: it can be called without.\n";
    const kinds = kindsFeeding(model.kinds, schemes).map((kind) => codeSpan(kindShape(kind)));
    const shown = schemes.map((name) => schemeText(name, model.schemes.get(name), listAt(alternative, name)));
    const given = kinds.length === 0 ? "no kind of credentials gives it" : `given by ${kinds.join(", ")}`;
    return `- ${shown.join(" and ")}: ${given}\n`;
  });
  return [
    "## Authorization\n",
    `One of, by [the client's credentials](../README.md#credentials):\n\n${lines.join("")}`,
  ];
}

function schemeText(name: string, scheme: Scheme | undefined, rights: readonly unknown[]): string {
  const needed =
    rights.length === 0 ? "" : `, with the rights ${rights.map((right) => codeSpan(String(right))).join(", ")}`;
  return `${prose(name)} (${travelText(scheme)}${needed})`;
}
