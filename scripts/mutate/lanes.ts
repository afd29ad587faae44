import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Job, Ran } from "./job.ts";

/** What came of a job; undefined where it did not end in time. */
export type Run = (job: Job) => Promise<Ran | undefined>;

const LONGEST_JOB = 900_000;

/** A process that runs one job after the other; one that has not ended in time is ended, and the next job gets a new one. */
export interface Lane {
  readonly run: Run;
  readonly close: () => void;
}

export function openLane(): Lane {
  let child: ChildProcess | undefined;
  return {
    async run(job) {
      child ??= fork(join(import.meta.dirname, "lane.ts"), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
      const ran = await answerOf(child, job);
      if (ran === undefined) {
        child.kill("SIGKILL");
        child = undefined;
      }
      return ran;
    },
    close: () => void child?.kill(),
  };
}

/** Does work in several processes at once, each piece with a process of its own. A piece that fails is the last: what is begun is ended, then its error is told. */
export async function inLanes<Work>(
  count: number,
  queue: readonly Work[],
  act: (run: Run, work: Work) => Promise<void>,
): Promise<void> {
  const left = [...queue];
  const lane = async (): Promise<void> => {
    const { run, close } = openLane();
    try {
      for (let work = left.shift(); work !== undefined; work = left.shift()) await act(run, work);
    } catch (error) {
      left.length = 0;
      throw error;
    } finally {
      close();
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: count }, lane));
  for (const each of ended) if (each.status === "rejected") throw each.reason;
}

interface Message {
  readonly id: string;
  readonly ran?: Ran;
  readonly failure?: string;
}

async function answerOf(child: ChildProcess, job: Job): Promise<Ran | undefined> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      settle();
    };
    const onMessage = ({ id, ran, failure }: Message): void => {
      if (id !== job.id) return;
      if (ran === undefined) end(() => reject(new Error(`The tests could not be run: ${failure ?? "no result"}`)));
      else end(() => resolve(ran));
    };
    const onExit = (code: number | null): void =>
      end(() => reject(new Error(`The process that runs the tests ended with ${code ?? "a signal"}, at ${job.id}`)));
    const timer = setTimeout(() => end(() => resolve(undefined)), job.limit ?? LONGEST_JOB);
    child.on("message", onMessage).on("exit", onExit);
    child.send(job);
  });
}
