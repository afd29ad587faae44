import type { TestModule, TestProject } from "vitest/node";
import type { Tried } from "../coverage/tried.ts";

/** What the tests of a run say that they have tried, and how each ended. */
export function triedIn(modules: readonly TestModule[]): Tried[] {
  return modules.flatMap((module) =>
    [...module.children.allTests()].flatMap((test): Tried[] => {
      const { trial } = test.meta();
      if (trial === undefined) return [];
      const { state } = test.result();
      return [{ ...trial, state: state === "pending" ? "skipped" : state }];
    }),
  );
}

/** Whether the run was asked for less than all tests of the project. */
export async function isPartial(project: TestProject, modules: readonly TestModule[]): Promise<boolean> {
  const { testNamePattern, shard } = project.vitest.config;
  if (testNamePattern !== undefined) return true;
  if (shard !== undefined) return false;
  const { testFiles } = await project.globTestFiles();
  return modules.length < testFiles.length;
}
