import { expect } from "vitest";
import type { Bench } from "../bench.ts";
import type { Fault } from "../fault.ts";
import { always, inOrder, type Reply } from "../reply.ts";

const SECONDS = 30;
const MINUTE = 60;

/** The header, by the client's clock (in milliseconds since 1970). */
type Header = (now: number) => Readonly<Record<string, string>>;

const after = (value: (now: number) => string): Header => {
  return (now) => ({ "retry-after": value(now) });
};
const inThirtySeconds = (now: number): Date => new Date(now + SECONDS * 1000);

/** The pause that is begun; it is not waited for. */
function pause(what: string, header: Header, milliseconds: number): Forms {
  return {
    name: `${what} has it tried again after just that time`,
    async run(bench, status) {
      const site = await bench.serve({ calls: inOrder({ status, json: {}, headers: header(bench.clock.now()) }) });
      bench.clock.chance = 0.5;
      const begun = bench.pause();
      const controller = bench.abortable();
      const call = bench.call(bench.client(site), "repeatable", { signal: controller.signal });
      const error = bench.errorOf(call);
      const length = await Promise.race([begun, error.then((each) => Promise.reject(each))]);
      controller.abort();
      expect(length).toBe(milliseconds);
      expect(await error).toMatchObject({ name: "AbortError" });
      expect(site.server.received).toHaveLength(1);
    },
  };
}

function atOnce(what: string, header: Header): Forms {
  return {
    name: `${what} has it tried again at once`,
    async run(bench, status) {
      const site = await bench.serve({ calls: inOrder({ status, json: {}, headers: header(bench.clock.now()) }) });
      bench.clock.chance = 0.999;
      await bench.call(bench.client(site), "repeatable");
      expect(site.server.received).toHaveLength(2);
    },
  };
}

function never(what: string, header: Header, totalTimeout?: number): Forms {
  return {
    name: `${what} has it told at once`,
    async run(bench, status) {
      const site = await bench.serve({ calls: always({ status, json: {}, headers: header(bench.clock.now()) }) });
      const error = await bench.errorOf(bench.call(bench.client(site, { totalTimeout }), "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status });
      expect(site.server.received).toHaveLength(1);
    },
  };
}

interface Forms {
  readonly name: string;
  readonly run: (bench: Bench, status: number) => Promise<void>;
}

// With the chance of one half, the client's own first pause is a half of a half second.
const OWN_PAUSE = 250;

const forms: readonly Forms[] = [
  pause(
    "Retry-After in seconds",
    after(() => String(SECONDS)),
    SECONDS * 1000,
  ),
  atOnce(
    "Retry-After of 0",
    after(() => "0"),
  ),
  pause(
    "Retry-After as an IMF-fixdate",
    after((now) => inThirtySeconds(now).toUTCString()),
    SECONDS * 1000,
  ),
  pause(
    "Retry-After as an RFC 850 date",
    after((now) => rfc850(inThirtySeconds(now))),
    SECONDS * 1000,
  ),
  pause(
    "Retry-After as an asctime date",
    after((now) => asctime(inThirtySeconds(now))),
    SECONDS * 1000,
  ),
  atOnce(
    "Retry-After in the past",
    after((now) => new Date(now - 3_600_000).toUTCString()),
  ),
  ...["soon", "soon 5", "Infinity", "0x1E", "-5", "1e1"].map((nonsense) =>
    pause(
      `Retry-After "${nonsense}", which is nonsense,`,
      after(() => nonsense),
      OWN_PAUSE,
    ),
  ),
  pause("no Retry-After", () => ({}), OWN_PAUSE),
  pause(
    "Retry-After by a clock that is hours ahead, as its Date header tells,",
    (now) => ({
      date: new Date(now + 5 * 3_600_000).toUTCString(),
      "retry-after": inThirtySeconds(now + 5 * 3_600_000).toUTCString(),
    }),
    SECONDS * 1000,
  ),
  never(
    "Retry-After that is longer than a minute",
    after(() => String(MINUTE + 1)),
  ),
  never(
    "Retry-After that is longer than the total timeout leaves",
    after(() => String(SECONDS)),
    10_000,
  ),
];

const limited = (form: Forms, status: number): Fault => ({
  name: `${status} with ${form.name}`,
  run: (bench) => form.run(bench, status),
});

function byReset(form: (header: (bench: Bench) => Header) => Fault["run"], name: string): Fault {
  return {
    name,
    rulesOut: ({ reset }) =>
      reset === undefined ? "the spec declares no header that says when a limit is lifted" : undefined,
    run: form(({ facts: { reset } }) => (now) => ({
      [reset?.header ?? ""]: reset?.write(now, SECONDS * 1000) ?? "",
    })),
  };
}

const TRIED_AGAIN = [408, 429, 502, 503, 504];
const NOT_TRIED_AGAIN = [400, 403, 404, 409, 500, 501];

export const limits: readonly Fault[] = [
  ...[429, 503].flatMap((status) => forms.map((form) => limited(form, status))),
  byReset(
    (header) => (bench) => pause("", header(bench), SECONDS * 1000).run(bench, 429),
    "429 with the service's own header for the end of a limit has it tried again then",
  ),
  byReset(
    (header) => async (bench) => {
      const later: Header = (now) => header(bench)(now + 3_600_000);
      await never("", later).run(bench, 429);
    },
    "429 with the service's own header an hour ahead has it told at once",
  ),
  byReset(
    (header) => async (bench) => {
      const past: Header = (now) => header(bench)(now - 3_600_000);
      await atOnce("", past).run(bench, 429);
    },
    "429 with the service's own header in the past has it tried again at once",
  ),
  byReset(
    (header) => async (bench) => {
      const both: Header = (now) => ({ ...header(bench)(now), "retry-after": "7" });
      await pause("", both, 7_000).run(bench, 429);
    },
    "429 with Retry-After beside the service's own header goes by Retry-After",
  ),
  byReset(
    (header) => async (bench) => {
      const [name = ""] = Object.keys(header(bench)(0));
      await pause("", () => ({ [name]: "tomorrow" }), OWN_PAUSE).run(bench, 429);
    },
    "429 with nonsense in the service's own header has it tried again after the usual pause",
  ),
  ...TRIED_AGAIN.map((status) => triedAgain(`${status} is tried again`, () => [status])),
  {
    ...triedAgain("The statuses that the spec adds are tried again", ({ facts }) => facts.retryStatuses),
    rulesOut: ({ retryStatuses }) => (retryStatuses.length === 0 ? "the spec adds no status to those" : undefined),
  },
  ...NOT_TRIED_AGAIN.map((status): Fault => ({
    name: `${status} is told at once`,
    rulesOut: ({ retryStatuses }) => (retryStatuses.includes(status) ? "the spec has it tried again" : undefined),
    async run(bench) {
      const site = await bench.serve({ calls: always(empty(status)) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status });
      expect(site.server.received).toHaveLength(1);
    },
  })),
  {
    name: "A status that does not pass is told after three attempts",
    async run(bench) {
      const site = await bench.serve({ calls: always(empty(503)) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 503 });
      expect(site.server.received).toHaveLength(3);
    },
  },
  {
    name: "429 and 503 do not have a call repeated that is not to be repeated",
    needs: ["unsafe"],
    async run(bench) {
      for (const status of [429, 503]) {
        const site = await bench.serve({ calls: always({ ...empty(status), headers: { "retry-after": "0" } }) });
        const error = await bench.errorOf(bench.call(bench.client(site), "unsafe"));
        expect(error).toMatchObject({ name: "ApiError", status });
        expect(site.server.received).toHaveLength(1);
      }
    },
  },
];

function triedAgain(name: string, statuses: (bench: Bench) => readonly number[]): Fault {
  return {
    name,
    async run(bench) {
      for (const status of statuses(bench)) {
        const site = await bench.serve({ calls: inOrder(empty(status), empty(status)) });
        await bench.call(bench.client(site), "repeatable");
        expect(site.server.received).toHaveLength(3);
      }
    },
  };
}

function empty(status: number): Reply {
  return { status, json: {} };
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** "Sunday, 06-Nov-94 08:49:37 GMT" */
function rfc850(date: Date): string {
  const [, day = "", month = "", year = "", time = ""] = date.toUTCString().split(" ");
  return `${DAYS[date.getUTCDay()] ?? ""}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

/** "Sun Nov  6 08:49:37 1994" */
function asctime(date: Date): string {
  const [weekday = "", , month = "", year = "", time = ""] = date.toUTCString().split(" ");
  return `${weekday.slice(0, 3)} ${month} ${String(date.getUTCDate()).padStart(2)} ${time} ${year}`;
}
