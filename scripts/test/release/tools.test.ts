import { expect, test } from "vitest";
import { tool, toolsOf } from "../../release/tools.ts";
import { Unavailable } from "../../release/rows/row.ts";

test("a tool that the registry does not have is not to be had, for the reason that npm gives", async () => {
  const npm = () =>
    Promise.reject(
      new Error("npm install ended with 1\nnpm error code ETARGET\nnpm error No matching version found for bun@1.\n"),
    );
  const failure = await tool("bun", npm).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Unavailable);
  expect((failure as Error).message).toMatch(/^bun \d\S+ cannot be installed: No matching version found for bun@1\.$/);
});

test("an alias is installed under the name of its package", async () => {
  const asked: unknown[] = [];
  const [node = ""] = toolsOf("node");
  const { folder } = await tool(node, (_, { packages }) => (asked.push(packages), Promise.resolve("/home")));
  expect(folder.replaceAll("\\", "/")).toBe("/home/node_modules/node");
  expect(asked).toEqual([{ node: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string }]);
});
