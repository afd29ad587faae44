import type { Model } from "../model/model.ts";
import { fenced, plainText } from "../types/markdown.ts";
import { framed } from "./splice.ts";

/** The README that a package begins with: what it is, how it is installed, and its sections. */
export function readme(packageName: string, model: Model, sections: ReadonlyMap<string, string>): string {
  const does = plainText(model.summary.trim().split(/\n\s*\n/)[0] ?? "");
  return [
    `# ${packageName}\n`,
    `${`A typed client for ${plainText(model.title).replace(/\.$/, "")}. ${does}`.trimEnd()}\n`,
    fenced("sh", `npm install ${packageName}`),
    ...[...sections].map(([name, text]) => framed(name, text)),
  ].join("\n");
}
