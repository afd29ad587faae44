// turbo without its telemetry: a variable in front of the command would not work in the shell of Windows.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { binOf } from "./bin.ts";

// Ctrl-C reaches the whole group: turbo ends its tasks, and this process must not go before it.
process.on("SIGINT", () => undefined);

const child = spawn(process.execPath, [binOf("turbo", "turbo"), ...process.argv.slice(2)], {
  // What turbo tells about itself is no result: stdout belongs to what is run after it.
  stdio: ["inherit", process.stderr.fd, process.stderr.fd],
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
});
const [code] = (await once(child, "close")) as [number | null];
process.exitCode = code ?? 1;
