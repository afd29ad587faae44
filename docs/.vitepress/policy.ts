import type { HeadConfig } from "vitepress";

/**
 * What pages may load and whom they may talk to: where they come from, and what listens on the reader's own machine, for the explorer.
 * The scripts within pages are VitePress's, the styles Scalar's.
 */
export const POLICY: HeadConfig = [
  "meta",
  {
    "http-equiv": "Content-Security-Policy",
    content: [
      "default-src 'self' data: blob:",
      "script-src 'self' 'unsafe-inline'",
      "style-src 'self' 'unsafe-inline'",
      "connect-src 'self' http://127.0.0.1:* http://localhost:*",
      "object-src 'none'",
      "base-uri 'none'",
    ].join("; "),
  },
];
