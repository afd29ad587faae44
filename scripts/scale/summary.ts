import { listAt, objectAt, own, textAt } from "../generate/load/json.ts";

/** A task of a run of turbo, and where its result came from. */
export interface Task {
  readonly name: string;
  readonly source: "remote" | "local" | "run";
  /** What it took when it was run; milliseconds. */
  readonly saved: number;
}

/** The tasks in what turbo writes with --summarize. Those that stand for no command are left out. */
export function tasksOf(summary: unknown): Task[] {
  return listAt(summary, "tasks")
    .filter((task) => textAt(task, "command") !== "<NONEXISTENT>")
    .map((task) => {
      const cache = objectAt(task, "cache");
      const source = textAt(cache, "source");
      const saved = own(cache, "timeSaved");
      return {
        name: textAt(task, "taskId") ?? "",
        source: textAt(cache, "status") !== "HIT" ? "run" : source === "REMOTE" ? "remote" : "local",
        saved: typeof saved === "number" ? saved : 0,
      };
    });
}
