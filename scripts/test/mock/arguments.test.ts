import { describe, expect, test } from "vitest";
import { mockArguments } from "../../mock/arguments.ts";

const KNOWN = ["acme", "initech", "umbrella"];

describe("the command line of the mock", () => {
  test("without arguments every vendor gets a port, from 4010 on", () => {
    expect(mockArguments([], KNOWN)).toEqual({ help: false, vendors: KNOWN, ports: [4010, 4011, 4012] });
  });

  test("named vendors come in the order and as often as is useful", () => {
    const asked = mockArguments(["umbrella", "acme", "umbrella", "--port", "5000"], KNOWN);
    expect(asked).toEqual({ help: false, vendors: ["umbrella", "acme"], ports: [5000, 5001] });
  });

  test("a vendor has the same port whichever others are started", () => {
    expect(mockArguments(["umbrella", "acme"], KNOWN)).toMatchObject({ ports: [4012, 4010] });
  });

  test("the port may stand before or behind the vendor", () => {
    const asked = { help: false, vendors: ["acme"], ports: [5000] };
    expect(mockArguments(["acme", "--port", "5000"], KNOWN)).toEqual(asked);
    expect(mockArguments(["--port=5000", "acme"], KNOWN)).toEqual(asked);
  });

  test("port 0 leaves the choice to the system", () => {
    expect(mockArguments(["--port", "0"], KNOWN)).toMatchObject({ ports: [0, 0, 0] });
  });

  test("help goes before everything else", () => {
    expect(mockArguments(["nobody", "--help"], KNOWN)).toEqual({ help: true });
  });

  test("an unknown vendor is refused with the names of the known ones", () => {
    expect(() => mockArguments(["acme", "nobody"], KNOWN)).toThrow(
      "There is no spec of nobody. There are: acme, initech, umbrella",
    );
  });

  test.each(["x", "", "-1", "1e3", "4010.5", "0x10", "65536", "00"])("port %j is refused", (port) => {
    expect(() => mockArguments([`--port=${port}`, "acme"], KNOWN)).toThrow(/a number from 1 to 65535 for one mock/);
  });

  test("the last mock must have a port as well", () => {
    expect(mockArguments(["--port=65533"], KNOWN)).toMatchObject({ ports: [65_533, 65_534, 65_535] });
    expect(() => mockArguments(["--port=65534"], KNOWN)).toThrow("a number from 1 to 65533 for 3 mocks");
  });

  test("an unknown option is refused by its name", () => {
    expect(() => mockArguments(["--prot", "1"], KNOWN)).toThrow("--prot");
  });
});
