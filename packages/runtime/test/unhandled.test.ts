import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("./support/unheard.ts", import.meta.url));

async function run(scene: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, scene]);
  return JSON.parse(stdout);
}

describe("an unhandled rejection", () => {
  it("is raised by a failing call that nobody listens to", async () => {
    expect(await run("nobody")).toEqual(["ApiError"]);
  });

  it.each(["result", "asResponse", "pagesNeverWalked"])(
    "is not raised by a failing call of which %s was asked",
    async (scene) => {
      expect(await run(scene)).toEqual([]);
    },
  );

  it.each([
    "awaited",
    "resultThatRejects",
    "asResponseThatRejects",
    "pages",
    "loop",
    "refusedAsResponse",
    "lateAsResponse",
  ])("is not raised beside the failure that was caught: %s", async (scene) => {
    expect(await run(scene)).toEqual([]);
  });
});

it("names the awaiting function in the stack trace of a failing call, however many stages it went through", async () => {
  const stacks = (await run("stacks")) as Record<string, string>;
  for (const [way, stack] of Object.entries(stacks)) expect(stack, way).toContain("theAwaitingFunction");
});
