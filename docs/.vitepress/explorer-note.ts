import type { Explorer } from "./explorer.ts";

/** What a reader has to know before trying an API out, as Markdown. */
export function noteOf({ vendor, title, port }: Explorer): string {
  return `# Try ${title}

**Test Request** sends to a mock on this machine, and to nobody else. Start it first: \`pnpm mock ${vendor}\` in a checkout of this
repository, or \`npx vendor-mock ${vendor} --port ${port}\` where [the mock server](../../packages/mock-server/README.md) is
installed. Any credentials will do, and some are filled in. While nothing listens there, a request ends with “Failed to fetch”.
`;
}
