import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { PublicPackage } from "../../api/packages.ts";
import { objectAt, textAt } from "../../generate/load/json.ts";
import type { Consumer } from "./install.ts";

export interface Mocks extends AsyncDisposable {
  /** `<VENDOR>_URL` for each, as the examples read it. */
  readonly addresses: Readonly<Record<string, string>>;
}

interface Mock extends AsyncDisposable {
  readonly url: string;
}

/** A mock of each description in a package that is installed, started by the command that is installed beside it. */
export async function startMocks(
  { folder }: Consumer,
  packages: readonly PublicPackage[],
  services: readonly string[],
): Promise<Mocks> {
  const cli = commandIn(folder, packages);
  const started: (readonly [string, Mock])[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(started.map(([, mock]) => mock[Symbol.asyncDispose]()));
  };
  try {
    for (const { name, folder: service } of packages.filter((each) => services.includes(each.folder))) {
      started.push([variable(service), await startMock(cli, join(folder, "node_modules", name, "openapi.json"))]);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    addresses: Object.fromEntries(started.map(([name, { url }]) => [name, url])),
    [Symbol.asyncDispose]: close,
  };
}

function variable(service: string): string {
  return `${service.toUpperCase().replaceAll("-", "_")}_URL`;
}

/** The only command that the packages bring along. */
function commandIn(folder: string, packages: readonly PublicPackage[]): string {
  for (const { name } of packages) {
    const home = join(folder, "node_modules", name);
    const [command] = Object.keys(objectAt(JSON.parse(readFileSync(join(home, "package.json"), "utf8")), "bin"));
    const file = textAt(objectAt(JSON.parse(readFileSync(join(home, "package.json"), "utf8")), "bin"), command ?? "");
    if (file !== undefined) return join(home, file);
  }
  throw new Error("no package has a command that starts mocks");
}

async function startMock(cli: string, spec: string): Promise<Mock> {
  const child = spawn(process.execPath, [cli, spec], { stdio: ["ignore", "pipe", "pipe"] });
  const said = text(child.stderr);
  const closed = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = / at (https?:\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    return {
      url,
      async [Symbol.asyncDispose](): Promise<void> {
        child.kill();
        await closed;
      },
    };
  }
  throw new Error(`the mock of ${spec} has ended: ${await said}`);
}
