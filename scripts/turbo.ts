// turbo without its telemetry: a variable in front of the command would not work in the shell of Windows.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { binOf } from "./bin.ts";

// Ctrl-C reaches the whole group: turbo ends its tasks, and this process must not go before it.
process.on("SIGINT", () => undefined);

const child = spawn(process.execPath, [binOf("turbo", "turbo"), ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
});
const [code] = (await once(child, "close")) as [number | null];
process.exitCode = code ?? 1;
