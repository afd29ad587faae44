import type { ThirdParty } from "./collect.ts";

export const NOTICES = "THIRD-PARTY-NOTICES.md";

/** Licences that ask for nothing but to be named. Another one is for people to decide on. */
const PERMISSIVE = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT"];

/** Packages whose licence is none that may be installed without a second look. */
export function unclear(parties: readonly ThirdParty[]): string[] {
  return parties
    .filter(({ licence }) => !isPermissive(licence))
    .map(
      ({ name, versions, licence }) =>
        `${name} ${versions.join(", ")} is under ${licence}, which is none of ${PERMISSIVE.join(", ")}`,
    );
}

/** Of an SPDX expression: one of what may be chosen, all of what holds together. */
function isPermissive(licence: string): boolean {
  const bare = licence.replaceAll(/[()]/g, "");
  return bare.split(/ or /i).some((choice) => choice.split(/ and /i).every((each) => PERMISSIVE.includes(each.trim())));
}

/** The page that lies in the package. */
export function notices(packageName: string, parties: readonly ThirdParty[]): string {
  const head = `# What ${packageName} installs from others

Written by \`pnpm notices --update\` from what is installed. The package contains none of these; it depends on them, and npm brings them along.
`;
  const rows = parties.map(({ name, versions, licence }) => `| ${name} | ${versions.join(", ")} | ${licence} |\n`);
  const table = `| package | version | licence |\n| --- | --- | --- |\n${rows.join("")}`;
  const bare = parties.filter(({ texts }) => texts.length === 0);
  const rest =
    bare.length === 0
      ? []
      : [
          `## Without a text of their own\n\n${bare.map((each) => `- ${each.name}, ${each.source ?? each.licence}`).join("\n")}\n`,
        ];
  return [head, table, ...texts(parties), ...rest].join("\n");
}

/** Each text once, with all to whom it belongs. */
function texts(parties: readonly ThirdParty[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { name, texts } of parties)
    for (const text of texts) owners.set(text, [...(owners.get(text) ?? []), name]);
  return [...owners].map(([text, names]) => `## ${names.join(", ")}\n\n${fenced(text)}\n`);
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
