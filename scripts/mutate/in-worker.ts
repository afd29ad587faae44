// Runs before the tests of each file, in their own process: tells of each test which functions it ran, and which mutants were loaded.
import { afterEach, beforeEach } from "vitest";

interface Told {
  __touched?: Set<string>;
  __mutants?: string[];
}

declare module "vitest" {
  interface TaskMeta {
    touched?: string[];
    mutants?: string[];
  }
}

const told = globalThis as Told;
const touched = (told.__touched = new Set<string>());

beforeEach(() => touched.clear());
afterEach(({ task }) => {
  task.meta.touched = [...touched];
  task.meta.mutants = told.__mutants ?? [];
});
