import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publicPackages } from "../api/packages.ts";
import { handWrittenOf, servicesOf } from "../generate/specs.ts";
import { output } from "../run/output.ts";
import { verifyPackage } from "../verify/verify.ts";
import { build } from "./build.ts";
import { copyTree } from "./copy.ts";
import type { Rehearsal } from "./command.ts";
import { install } from "./consumers/install.ts";
import { installByReadme } from "./consumers/readme.ts";
import { startMocks } from "./consumers/mocks.ts";
import { publish, startRegistry } from "./registry.ts";
import { consumerRows } from "./rows/consumers.ts";
import { packageRows } from "./rows/packages.ts";
import { once } from "./rows/row.ts";

export interface OpenRehearsal extends Rehearsal, AsyncDisposable {}

/** Each stage of a release, made when a row first needs it; everything lies below one folder, and is gone at the end. */
export function rehearse(root: string): OpenRehearsal {
  // Links in its path would make two names of one folder.
  const lab = realpathSync(mkdtempSync(join(tmpdir(), "release-")));
  const open: AsyncDisposable[] = [];
  const closedAtTheEnd = <T extends AsyncDisposable>(each: T): T => (open.push(each), each);
  const versions: Record<string, string> = {};

  // Whoever goes on editing meanwhile does not change what is rehearsed.
  const source = once(async () => {
    const folder = join(lab, "source");
    await copyTree(root, folder);
    return folder;
  });
  const first = once(async () => {
    const built = await build(await source(), join(lab, "first"));
    for (const { name, version } of built.packages) versions[name] = version;
    return built;
  });
  const second = once(async () => build(await source(), join(lab, "another-place/second")));
  const registry = once(async () => closedAtTheEnd(await startRegistry(join(lab, "registry"))));
  const published = once(async () => publish(await first(), await registry(), lab));
  const consumer = (manager: "npm" | "pnpm") =>
    once(async () => {
      await published();
      return install(manager, lab, await first(), await registry());
    });
  const npm = consumer("npm");
  const services = servicesOf(root);
  const mocks = once(async () => closedAtTheEnd(await startMocks(await npm(), (await first()).packages, services)));
  const readme = once(async () => {
    await published();
    return installByReadme(lab, await first(), await registry());
  });
  const size = async (folder: string): Promise<string> => {
    const said = await output(process.execPath, ["scripts/size.ts", folder], (await first()).folder);
    return said.slice(said.indexOf(":") + 2);
  };
  const verify = async (file: string): Promise<string> => {
    const { problems, compared } = await verifyPackage(file, (await first()).folder);
    if (problems.length > 0) throw new Error(problems.join("\n"));
    return `${compared} files are what the generator makes of openapi.json`;
  };
  const stages = { first, second, published, size, verify };
  return {
    rows: [
      ...publicPackages(root).flatMap((each) =>
        packageRows(
          each,
          root,
          { spec: services.includes(each.folder), size: handWrittenOf(root).includes(each.folder) },
          stages,
        ),
      ),
      ...consumerRows({ npm, pnpm: consumer("pnpm"), mocks, readme }),
    ],
    versions: () => versions,
    async [Symbol.asyncDispose](): Promise<void> {
      for (const each of open.toReversed()) await each[Symbol.asyncDispose]();
      rmSync(lab, { recursive: true, force: true });
    },
  };
}
