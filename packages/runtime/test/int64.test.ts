import { describe, expect, test } from "vitest";
import { bigint64 } from "../src/bigint64.ts";
import { Exchange } from "../src/exchange.ts";
import { inMaps, int64, type NumberCodec } from "../src/int64.ts";
import { getItem, makeCore } from "./support/sample.ts";

const exchange = new Exchange(makeCore({}), getItem, {}, undefined);
const read = (codec: NumberCodec, text: string): unknown => codec.parse(text, exchange, new Response(text));

describe("int64 fields that are numbers", () => {
  const codec = int64(["size", "ids"]);

  test("are read where a number holds them", () => {
    expect(read(codec, '{"size":9007199254740991}')).toEqual({ size: 9007199254740991 });
  });

  test("are refused where a number would round them, and the refusal names the field", () => {
    expect(() => read(codec, '{"items":[{"size":9007199254740993}]}')).toThrow(
      "/items/0/size is an integer that no number holds",
    );
  });

  test("are refused wherever white space puts them", () => {
    expect(() => read(codec, '{ "size" :\n 9007199254740993 }')).toThrow("/size is");
    expect(() => read(codec, '{"ids":[ 1 , 9007199254740993 ]}')).toThrow("/ids/1 is");
  });

  test("are refused in lists too", () => {
    expect(() => read(codec, '{"ids":[1,-9223372036854775808]}')).toThrow("/ids/1 is");
  });
});

describe("int64 in maps", () => {
  test.each([
    ["by the name of the map", ["usage/*"], '{"usage":{"a":1,"b":9007199254740993}}', "/usage/b"],
    ["at the root", ["/*"], '{"a":9007199254740993}', "/a"],
    ["in lists", ["usage/*"], '{"usage":{"a":[1,9007199254740993]}}', "/usage/a/1"],
    ["in maps of maps", ["usage/*/*"], '[{"usage":{"a":{"b":9007199254740993}}}]', "/0/usage/a/b"],
  ])("are refused and read %s", (_, names, text, place) => {
    expect(() => read(int64(names, inMaps), text)).toThrow(`${place} is`);
    expect(() => read(bigint64(["other"], names, inMaps), text)).toThrow(`${place} is`);
    const found = place
      .split("/")
      .slice(1)
      .reduce<unknown>(
        (value, key) => (value as Record<string, unknown>)[key],
        read(bigint64(names, [], inMaps), text),
      );
    expect(found).toBe(9007199254740993n);
    expect(
      JSON.stringify(read(bigint64(names, [], inMaps), text.replace("9007199254740993", "2")), (_key, each: unknown) =>
        typeof each === "bigint" ? "n" : each,
      ),
    ).toContain('"n"');
  });

  test("are those directly in it", () => {
    const text = '{"usage":{"a":{"b":9007199254740993}},"b":9007199254740993}';
    expect(read(int64(["usage/*"], inMaps), text)).toEqual(JSON.parse(text));
    expect(read(bigint64(["usage/*"], [], inMaps), text)).toEqual(JSON.parse(text));
  });
});

test("long numbers that are no int64 are left to JSON", () => {
  const text = '{"other":9007199254740993,"ratio":0.12345678901234567,"large":1.2345678901234567e20}';
  expect(read(int64(["size"]), text)).toEqual(JSON.parse(text));
});

test("texts that escapes make look like the reader's own marks stay as they are", () => {
  const text = String.raw`{"size":1,"note":"\u0069nt64:5"}`;
  expect(read(bigint64(["size"]), text)).toEqual({ size: 1n, note: "int64:5" });
});

test("digits in texts and keys stay as they are", () => {
  const text =
    '{"size":"9007199254740993","9007199254740993":"a \\"9007199254740993\\" b","note":"int64:9007199254740993"}';
  expect(read(int64(["size", "9007199254740993", "note"]), text)).toEqual(JSON.parse(text));
});

test("a key called __proto__ stays a key", () => {
  const value = read(int64(["size"]), '{"__proto__":{"big":9007199254740993}}') as object;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(value)).toEqual(["__proto__"]);
});

describe("bigint fields", () => {
  const codec = bigint64(["serial"]);

  test("are bigints however small, and nothing else is", () => {
    expect(read(codec, '{"serial":7,"count":7}')).toEqual({ serial: 7n, count: 7 });
  });

  test("are bigints however they are written", () => {
    const values = read(codec, '{"serial":[7,1e3,2.0,-0,9007199254740993]}');
    expect(values).toEqual({ serial: [7n, 1000n, 2n, 0n, 9007199254740993n] });
    expect(read(codec, '{"serial":[7,1e3,2.0,-0]}')).toEqual({ serial: [7n, 1000n, 2n, 0n] });
  });

  test.each(["1e400", "-1e300", "12345678901234567e1"])("are refused where %s leaves digits open", (text) => {
    expect(() => read(codec, `{"list":[{"serial":${text}}]}`)).toThrow("/list/0/serial is");
  });

  test("stay what they are where they are no integers", () => {
    const text = '{"serial":[1.5,"7",null,{"other":1}]}';
    expect(read(codec, text)).toEqual(JSON.parse(text));
  });

  test("lose nothing either way", () => {
    const text = '{"serial":18446744073709551615,"list":[{"serial":-1}]}';
    expect(codec.stringify(read(codec, text))).toBe(text);
  });

  test("do not touch texts that look like them", () => {
    const value = { serial: 5n, note: "int64:5" };
    expect(read(codec, codec.stringify(value))).toEqual(value);
  });
});

test("broken JSON is told as JSON.parse tells it", () => {
  expect(() => read(int64(["size"]), '{"size":12345678901234567')).toThrow(SyntaxError);
});
