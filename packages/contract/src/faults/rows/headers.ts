import { expect } from "vitest";
import { authorizationFor } from "../../openapi/authorization.ts";
import { callOperation } from "../../suite/suite.ts";
import { specOperationOf } from "../facts.ts";
import type { Bench, Site } from "../bench.ts";
import type { Fault } from "../fault.ts";
import { textParameter } from "../roles.ts";

const INJECTIONS = ["a\r\nx-injected: yes", "a\nx-injected: yes", "a\rb", "a\0b", "日本語"];

export const headers: readonly Fault[] = [
  {
    name: "A header of the caller's with CR, LF, NUL or letters beyond Latin-1 is refused unsent, and not quoted",
    async run(bench) {
      const site = await bench.serve();
      for (const injection of INJECTIONS) {
        const secret = bench.canaries.plant("header");
        const headers = { "x-note": `${secret}${injection}` };
        const error = await bench.errorOf(bench.call(bench.client(site), "repeatable", { headers }));
        expect(error).toMatchObject({
          name: "ConfigurationError",
          message: expect.stringContaining("x-note") as string,
        });
      }
      expect(site.server.received).toEqual([]);
    },
  },
  {
    name: "A header of the client's options with CR and LF is refused unsent, and not quoted",
    async run(bench) {
      const site = await bench.serve();
      const headers = { "x-note": `${bench.canaries.plant("header")}\r\nx-injected: yes` };
      const call = async (): Promise<unknown> => bench.call(bench.client(site, { headers }), "repeatable");
      expect(await bench.errorOf(call())).toMatchObject({ name: "ConfigurationError" });
      expect(site.server.received).toEqual([]);
    },
  },
  {
    name: "A header whose name is no name is refused unsent",
    async run(bench) {
      const site = await bench.serve();
      for (const name of ["x note", "x-note\r\nx-injected", "", "x:note"]) {
        const error = await bench.errorOf(bench.call(bench.client(site), "repeatable", { headers: { [name]: "a" } }));
        expect(error).toMatchObject({ name: "ConfigurationError" });
      }
      expect(site.server.received).toEqual([]);
    },
  },
  {
    name: "A header parameter with CR and LF is refused unsent",
    needs: ["inHeader"],
    async run(bench) {
      const operation = bench.operation("inHeader");
      const name = textParameter(specOperationOf(bench.facts, operation), "header") ?? "";
      const site = await bench.serve();
      for (const injection of INJECTIONS) {
        const args = { ...operation.arguments.required, [name]: injection };
        const error = await bench.errorOf(callOperation(bench.client(site), operation, args));
        expect(error).toMatchObject({ name: "ConfigurationError" });
      }
      expect(site.server.received).toEqual([]);
    },
  },
  {
    name: "A credential with a line break in it is refused unsent, and not quoted",
    async run(bench) {
      for (const fields of everyKindWith(bench, "\r\nx-injected: yes")) {
        const site = await bench.serve();
        const error = await bench.errorOf(bench.call(bench.client(site, { credentials: fields(site) }), "repeatable"));
        expect(error).toMatchObject({ name: "ConfigurationError" });
        expect(site.server.received).toEqual([]);
      }
    },
  },
  {
    name: "__proto__ and constructor among headers and arguments change no object",
    async run(bench) {
      const site = await bench.serve();
      const headers = JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":"a"}') as Record<string, string>;
      const args = JSON.parse('{"__proto__":{"polluted":"yes"}}') as Record<string, unknown>;
      const operation = bench.operation("repeatable");
      const call = callOperation(
        bench.client(site),
        operation,
        { ...operation.arguments.required, ...args },
        { headers },
      );
      await call.then(undefined, (error: unknown) => bench.witness.hear(error));
      expect("polluted" in {}).toBe(false);
    },
  },
];

/** Kinds without a login that put a secret into a header, with something appended to it. */
function everyKindWith(bench: Bench, suffix: string): ((site: Site) => object)[] {
  const { facts } = bench;
  const operation = specOperationOf(facts, bench.operation("repeatable"));
  return facts.plans
    .filter((plan) => plan.login === undefined)
    .filter((plan) => {
      const field = Object.fromEntries(Object.keys(plan.fields).map((name) => [name, "any"]));
      return authorizationFor(facts.spec, operation, plan.authorize, { field }) !== undefined;
    })
    .map((plan) => ({ appliance }: Site): object => {
      const given = Object.entries(appliance.fieldsFor(plan));
      return Object.fromEntries(
        given.map(([name, value]) => [name, typeof value === "string" ? value.slice(0, 12) + suffix + value : value]),
      );
    });
}
