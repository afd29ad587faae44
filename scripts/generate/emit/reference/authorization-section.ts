import { listAt } from "../../load/json.ts";
import type { Kind, Model, Operation, Scheme } from "../../model/model.ts";
import { codeSpan, prose } from "../../types/markdown.ts";
import { kindsFeeding } from "../example.ts";

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

function travelText(scheme: Scheme | undefined): string {
  switch (scheme?.type) {
    case "apiKey":
      return `${scheme.in === "query" ? "query parameter" : scheme.in} ${codeSpan(scheme.name)}`;
    case "basic":
      return "HTTP Basic";
    case "bearer":
      return "bearer token";
    case undefined:
      return "of a kind that no request carries";
  }
}

/** The fields of a kind, as they are given: `{ username, password, totp? }`. */
export function kindShape({ fields }: Kind): string {
  const shown = [...fields].map(([name, { required, values }]) => {
    const only = values.length === 1 ? `: ${JSON.stringify(values[0])}` : "";
    return `${name}${required ? "" : "?"}${only}`;
  });
  return `{ ${shown.join(", ")} }`;
}
