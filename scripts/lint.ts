// `pnpm lint`: every tool at once; what a tool says is shown only when it finds something.
import { styleText } from "node:util";
import { run, type Outcome } from "./lint/run.ts";
import { tools } from "./lint/tools.ts";

function report({ tool, ok, seconds, output }: Outcome): void {
  const mark = ok ? styleText("green", "✓") : styleText("red", "✗");
  console.log(`${mark} ${tool.name.padEnd(10)} ${tool.subject} ${styleText("dim", `${seconds.toFixed(1)} s`)}`);
  if (!ok) console.log(`\n${output}\n`);
}

const outcomes = await Promise.all(
  tools().map(async (tool) => {
    const outcome = await run(tool);
    report(outcome);
    return outcome;
  }),
);

const failed = outcomes.filter(({ ok }) => !ok).map(({ tool }) => tool.name);
if (failed.length > 0) {
  console.error(styleText("red", `lint: ${failed.join(", ")} failed`));
  process.exitCode = 1;
}
