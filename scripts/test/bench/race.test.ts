import { expect, test } from "vitest";
import { race } from "../../bench/race.ts";

function recorder(): {
  readonly order: string[];
  readonly as: (name: string, gives?: number) => () => Promise<number>;
} {
  const order: string[] = [];
  return {
    order,
    as:
      (name, gives = 1) =>
      async () => (order.push(name), gives),
  };
}

test("every other round runs in the opposite order", async () => {
  const { order, as } = recorder();
  const runs = await race({ a: as("a"), b: as("b", 2) }, 3);
  expect(order.join("")).toBe("abbaab");
  expect(runs.get("b")).toEqual({ results: [2, 2, 2] });
});

test("who is slow runs once", async () => {
  const { order, as } = recorder();
  await race({ quick: as("q"), slow: as("s", 100) }, 3, (seconds) => seconds > 10);
  expect(order.join("")).toBe("qsqq");
});

test("who fails runs no more, and the others go on", async () => {
  const { order, as } = recorder();
  const fails = async (): Promise<number> => Promise.reject(new Error("no such option"));
  const runs = await race({ fails, works: as("w") }, 2);
  expect(order.join("")).toBe("ww");
  expect(runs.get("fails")).toEqual({ results: [], failed: "no such option" });
});
