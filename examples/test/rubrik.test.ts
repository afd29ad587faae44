import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Mock, startMock } from "@vendor-sdks/mock-server";
import { RubrikClient } from "@vendor-sdks/rubrik";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "./run.ts";

let mock: Mock;
let folder: string;
let file: string;
let [old, young] = ["", ""];
beforeEach(async () => {
  mock = await startMock("rubrik", { stateful: true });
  folder = mkdtempSync(join(tmpdir(), "examples-"));
  file = join(folder, "sessions.jsonl");
  const { serviceAccounts } = new RubrikClient({ baseUrl: mock.baseUrl });
  const lines: string[] = [];
  for (const openedAt of [new Date(Date.now() - 24 * 3_600_000), new Date()]) {
    const body = { serviceAccountId: "User:::1", secret: "a-secret" };
    const { sessionId: id } = await serviceAccounts.createServiceAccountSession({ body });
    lines.push(JSON.stringify({ id, openedAt }));
  }
  [old, young] = [`${lines[0] ?? ""}\n`, `${lines[1] ?? ""}\n`];
  writeFileSync(file, `${old}\n${young}`);
  mock.requests.clear();
});
afterEach(async () => {
  await mock.close();
  rmSync(folder, { recursive: true });
});

const close = (...args: string[]): ReturnType<typeof run> =>
  run("close-rubrik-sessions", [file, ...args], { RUBRIK_URL: mock.baseUrl, RUBRIK_TOKEN: "an-api-token" });
const ended = (): string[] => mock.requests.of("deleteSession").map(({ path }) => path);
const idIn = (line: string): string => (JSON.parse(line) as { id: string }).id;

test("names the sessions in a dry run, and changes neither them nor the file", async () => {
  const { code, stdout } = await close("--dry-run");
  expect({ code, stdout: stdout.slice(0, `would close ${idIn(old)}, of`.length) }).toEqual({
    code: 0,
    stdout: `would close ${idIn(old)}, of`,
  });
  expect(mock.requests).toHaveLength(0);
  expect(readFileSync(file, "utf8")).toBe(`${old}\n${young}`);
});

test("closes the old ones, and takes them out of the record", async () => {
  expect(await close()).toMatchObject({ code: 0, stderr: "1 of 1\n" });
  expect(ended()).toEqual([`/session/${idIn(old)}`]);
  expect(readFileSync(file, "utf8")).toBe(young);
});

test("keeps in the record what could not be closed, names it, and ends with 1", async () => {
  mock.fail("deleteSession", {
    status: 403,
    body: { errorType: "user_error", message: "not yours", cause: null },
    times: 1,
  });
  const { code, stderr } = await close("--hours", "0");
  expect(code).toBe(1);
  expect(stderr).toContain(`failed: ${idIn(old)}: deleteSession answered 403: not yours`);
  expect(ended()).toHaveLength(2);
  expect(readFileSync(file, "utf8")).toBe(old);
});

test.each(["no JSON", '{"id":"me","openedAt":"2026-01-01T00:00:00Z"}', '{"id":"a"}', "[]"])(
  "closes nothing by a record that has the line %s",
  async (line) => {
    writeFileSync(file, `${old}${line}\n`);
    const { code, stderr } = await close();
    expect(code).toBe(2);
    expect(stderr).toContain(`${file}:2`);
    expect(mock.requests).toHaveLength(0);
  },
);
