import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { binIn } from "../../bin.ts";
import type { Operation } from "../../bench-runtime/packages.ts";
import { literal } from "../../mock/literal.ts";
import { output } from "../../run/output.ts";
import { isInstalled, type Installed, type Missing } from "../install.ts";
import { YARDSTICK } from "../peers.ts";
import { link } from "./build.ts";

/** A peer's client for a spec, as a program uses it. */
export interface PeerClient {
  readonly name: string;
  /** Awaited calls, one after the other. */
  readonly program: (operations: readonly Operation[]) => string;
}

/** Those whose declarations can be had as a package would have them. `folder` is where programs lie. */
export async function peerClients(
  peers: readonly (Installed | Missing)[],
  spec: string,
  folder: string,
): Promise<PeerClient[]> {
  const clients: PeerClient[] = [];
  for (const peer of peers.filter(isInstalled)) {
    if (peer.peer.name === YARDSTICK) clients.push(await openapiFetch(peer, spec, folder));
    if (peer.peer.name === "hey-api") clients.push(await heyApi(peer, spec, folder));
  }
  return clients;
}

async function openapiFetch(peer: Installed, spec: string, folder: string): Promise<PeerClient> {
  const out = await generated(peer, spec, folder);
  renameSync(join(out, "schema.ts"), join(out, "schema.d.ts"));
  const library = join(folder, "node_modules/openapi-fetch");
  if (!existsSync(library)) link(join(peer.home, "node_modules/openapi-fetch"), library);
  const head = [
    `import createClient from "openapi-fetch";`,
    `import type { paths } from ${JSON.stringify(join(out, "schema"))};`,
    `const client = createClient<paths>({ baseUrl: "https://api.example.com" });`,
  ];
  return {
    name: "openapi-fetch",
    program: (operations) =>
      programOf(
        head,
        operations.map(
          ({ path, arguments: { required } }) =>
            `client.GET(${JSON.stringify(path)}, { params: { path: ${literal(required)} } })`,
        ),
        "client",
      ),
  };
}

async function heyApi(peer: Installed, spec: string, folder: string): Promise<PeerClient> {
  const out = join(await generated(peer, spec, folder), "gen");
  const built = join(out, "built");
  const flags =
    "--declaration --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler".split(" ");
  const sources = [join(out, "sdk.gen.ts"), join(out, "client.gen.ts")];
  await output(process.execPath, [binIn(peer.home, "typescript", "tsc"), ...flags, "--outDir", built, ...sources], out);
  // It names its functions in its own way.
  const names = new Map<string, string>();
  const functions = readFileSync(join(out, "sdk.gen.ts"), "utf8").split("export const ").slice(1);
  for (const text of functions) {
    const [, name = ""] = /^(\w+)/.exec(text) ?? [];
    const [, url] = /\.get<[^]*?url: '([^']+)'/.exec(text) ?? [];
    if (url !== undefined) names.set(url, name);
  }
  return {
    name: "hey-api",
    program: (operations) => {
      const called = operations.map(({ path }) => names.get(path) ?? "");
      return programOf(
        [
          `import { client } from ${JSON.stringify(join(built, "client.gen"))};`,
          ...(called.length === 0
            ? []
            : [`import { ${[...new Set(called)].join(", ")} } from ${JSON.stringify(join(built, "sdk.gen"))};`]),
          `client.setConfig({ baseUrl: "https://api.example.com" });`,
        ],
        operations.map(
          ({ arguments: { required } }, index) => `${called[index] ?? ""}({ path: ${literal(required)} })`,
        ),
        "client",
      );
    },
  };
}

async function generated({ peer, home, bin }: Installed, spec: string, folder: string): Promise<string> {
  const out = join(folder, "peers", peer.name);
  mkdirSync(out, { recursive: true });
  await output(process.execPath, [bin, ...peer.arguments(spec, out, home)], out);
  return out;
}

function programOf(head: readonly string[], calls: readonly string[], exported: string): string {
  const statements = calls.map((call) => `out.push(await ${call});`);
  return [...head, "const out: unknown[] = [];", ...statements, `export { ${exported}, out };`].join("\n");
}
