import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Another generator: where it comes from, and how its command is called. */
export interface Peer {
  readonly name: string;
  /** What is installed for it, exactly. */
  readonly packages: Readonly<Record<string, string>>;
  /** The package with the command, and the command's name. */
  readonly command: readonly [packageName: string, name: string];
  /** Its arguments; `home` is where it is installed. */
  readonly arguments: (spec: string, out: string, home: string) => readonly string[];
  /** What its output is for. */
  readonly makes: string;
}

export const YARDSTICK = "openapi-typescript";

const TYPESCRIPT = { typescript: "5.9.3" };

export const PEERS: readonly Peer[] = [
  {
    name: YARDSTICK,
    packages: { "openapi-typescript": "7.13.0", "openapi-fetch": "0.17.0", ...TYPESCRIPT },
    command: ["openapi-typescript", "openapi-typescript"],
    arguments: (spec, out) => [spec, "--output", join(out, "schema.ts")],
    makes: "types alone",
  },
  {
    name: "oazapfts",
    packages: { oazapfts: "7.5.0", "@oazapfts/runtime": "1.2.0", ...TYPESCRIPT },
    command: ["oazapfts", "oazapfts"],
    arguments: (spec, out) => [spec, join(out, "api.ts")],
    makes: "types, functions",
  },
  {
    name: "orval",
    // From 8.34 to 8.38 it names a version of a package that some registries do not have.
    packages: { orval: "8.30.0", ...TYPESCRIPT },
    command: ["orval", "orval"],
    arguments: (spec, out) => ["--input", spec, "--output", join(out, "api.ts"), "--client", "fetch"],
    makes: "types, functions",
  },
  {
    name: "hey-api",
    packages: { "@hey-api/openapi-ts": "0.99.0", ...TYPESCRIPT },
    command: ["@hey-api/openapi-ts", "openapi-ts"],
    arguments: (spec, out) =>
      ["--input", spec, "--output", join(out, "gen")].concat(
        "--client",
        "@hey-api/client-fetch",
        "--silent",
        "--no-log-file",
      ),
    makes: "types, functions, client",
  },
  {
    name: "openapi-zod-client",
    packages: { "openapi-zod-client": "1.18.3", "@zodios/core": "10.9.6", zod: "3.25.76" },
    command: ["openapi-zod-client", "openapi-zod-client"],
    arguments: (spec, out) => [spec, "--output", join(out, "api.ts")],
    makes: "types, client, validators",
  },
  {
    name: "swagger-typescript-api",
    packages: { "swagger-typescript-api": "13.13.0", ...TYPESCRIPT },
    command: ["swagger-typescript-api", "swagger-typescript-api"],
    arguments: (spec, out) => ["generate", "--path", spec, "--output", out, "--name", "api.ts", "--silent"],
    makes: "types, client",
  },
  {
    name: "kubb",
    packages: {
      "@kubb/cli": "4.39.3",
      "@kubb/core": "4.39.3",
      "@kubb/plugin-client": "4.39.3",
      "@kubb/plugin-oas": "4.39.3",
      "@kubb/plugin-ts": "4.39.3",
      ...TYPESCRIPT,
    },
    command: ["@kubb/cli", "kubb"],
    arguments: (spec, out, home) => {
      const config = join(out, "kubb.config.mjs");
      writeFileSync(config, kubbConfig(spec, out, home));
      return ["generate", "--config", config, "--silent"];
    },
    makes: "types, functions",
  },
];

/** It takes its plugins from a module alone, which lies elsewhere than they do. */
function kubbConfig(spec: string, out: string, home: string): string {
  const text = (value: unknown): string => JSON.stringify(value);
  const take = (name: string): string => `(await import(require.resolve(${text(name)})))`;
  return [
    `import { createRequire } from "node:module";`,
    `const require = createRequire(${text(pathToFileURL(join(home, "package.json")).href)});`,
    `const { defineConfig } = ${take("@kubb/core")};`,
    `export default defineConfig({`,
    `  root: ${text(out)}, input: { path: ${text(spec)} }, output: { path: "gen", defaultBanner: false },`,
    `  plugins: [`,
    `    ${take("@kubb/plugin-oas")}.pluginOas({ generators: [], validate: false }),`,
    `    ${take("@kubb/plugin-ts")}.pluginTs({ output: { path: "types" } }),`,
    `    ${take("@kubb/plugin-client")}.pluginClient({ output: { path: "clients" }, client: "fetch" }),`,
    `  ],`,
    `});`,
  ].join("\n");
}
