import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binIn } from "../bin.ts";
import { copyTree } from "../release/copy.ts";
import { versionOf } from "../release/tools.ts";
import { cachedInstall } from "../run/cached.ts";
import { output } from "../run/output.ts";
import { type RunningServer, startServer } from "../run/server.ts";
import { type Task, tasksOf } from "./summary.ts";

/** What a run of turbo took, and where its tasks' results came from. */
export interface CacheRun {
  readonly seconds: number;
  readonly tasks: readonly Task[];
}

export interface CacheRehearsal {
  readonly first: CacheRun;
  readonly second: CacheRun;
}

const TOKEN = "rehearsal";

/** Runs tasks in one copy of the repository, then in another, which has nothing in common with it but a cache server. */
export async function rehearseCache(root: string, tasks: readonly string[]): Promise<CacheRehearsal> {
  const lab = realpathSync(mkdtempSync(join(tmpdir(), "scale-")));
  try {
    await using server = await startCache(join(lab, "server"));
    const first = await runIn(root, join(lab, "first"), tasks, server);
    const second = await runIn(root, join(lab, "second"), tasks, server);
    return { first, second };
  } finally {
    rmSync(lab, { recursive: true, force: true });
  }
}

async function startCache(folder: string): Promise<RunningServer> {
  const name = "turborepo-remote-cache";
  const bin = binIn(await cachedInstall("scale", { name, packages: { [name]: versionOf(name) } }), name, name);
  mkdirSync(folder, { recursive: true });
  return startServer("the cache server", {
    args: () => [bin],
    env: (port) => ({
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      TURBO_TOKEN: TOKEN,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: join(folder, "storage"),
      STORAGE_PATH_USE_TMP_FOLDER: "false",
    }),
    ping: "v8/artifacts/status",
    cwd: folder,
    log: join(folder, "log.txt"),
  });
}

async function runIn(root: string, folder: string, tasks: readonly string[], server: RunningServer): Promise<CacheRun> {
  await copyTree(root, folder);
  await output("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], folder);
  const args = [
    "scripts/turbo.ts",
    "run",
    ...tasks,
    "--summarize",
    "--cache=local:rw,remote:rw",
    "--output-logs=errors-only",
  ];
  const start = performance.now();
  await output(process.execPath, args, folder, {
    ...process.env,
    // A cache of this machine's would answer before the server is asked.
    TURBO_CACHE_DIR: join(folder, ".turbo/cache"),
    TURBO_API: server.url.replace(/\/$/, ""),
    TURBO_TOKEN: TOKEN,
    TURBO_TEAM: "rehearsal",
  });
  const seconds = (performance.now() - start) / 1000;
  const runs = join(folder, ".turbo/runs");
  const [summary = "", ...more] = readdirSync(runs);
  if (more.length > 0) throw new Error(`turbo has written several summaries to ${runs}`);
  return { seconds, tasks: tasksOf(JSON.parse(readFileSync(join(runs, summary), "utf8"))) };
}
