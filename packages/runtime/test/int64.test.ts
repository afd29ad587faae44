import { describe, expect, test } from "vitest";
import { int64 } from "../src/int64.ts";

const refuse = (why: string): never => {
  throw new RangeError(why);
};

describe("int64 fields that are numbers", () => {
  const codec = int64(["size", "ids"]);

  test("are read where a number holds them", () => {
    expect(codec.parse('{"size":9007199254740991}', refuse)).toEqual({ size: 9007199254740991 });
  });

  test("are refused where a number would round them, and the refusal names the field", () => {
    expect(() => codec.parse('{"items":[{"size":9007199254740993}]}', refuse)).toThrow(
      "/items/0/size is 9007199254740993, which no JavaScript number holds exactly",
    );
  });

  test("are refused wherever white space puts them", () => {
    expect(() => codec.parse('{ "size" :\n 9007199254740993 }', refuse)).toThrow("/size is 9007199254740993");
    expect(() => codec.parse('{"ids":[ 1 , 9007199254740993 ]}', refuse)).toThrow("/ids/1 is 9007199254740993");
  });

  test("are refused in lists too", () => {
    expect(() => codec.parse('{"ids":[1,-9223372036854775808]}', refuse)).toThrow("/ids/1 is -9223372036854775808");
  });
});

test("long numbers that are no int64 are left to JSON", () => {
  const text = '{"other":9007199254740993,"ratio":0.12345678901234567,"large":1.2345678901234567e20}';
  expect(int64(["size"]).parse(text, refuse)).toEqual(JSON.parse(text));
});

test("digits in texts and keys stay as they are", () => {
  const text =
    '{"size":"9007199254740993","9007199254740993":"a \\"9007199254740993\\" b","note":"int64:9007199254740993"}';
  expect(int64(["size", "9007199254740993", "note"]).parse(text, refuse)).toEqual(JSON.parse(text));
});

test("a key called __proto__ stays a key", () => {
  const value = int64(["size"]).parse('{"__proto__":{"big":9007199254740993}}', refuse) as object;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(value)).toEqual(["__proto__"]);
});

describe("bigint fields", () => {
  const codec = int64([], ["serial"]);

  test("are bigints however small, and nothing else is", () => {
    expect(codec.parse('{"serial":7,"count":7}', refuse)).toEqual({ serial: 7n, count: 7 });
  });

  test("lose nothing either way", () => {
    const text = '{"serial":18446744073709551615,"list":[{"serial":-1}]}';
    expect(codec.stringify(codec.parse(text, refuse))).toBe(text);
  });

  test("do not touch texts that look like them", () => {
    const value = { serial: 5n, note: "int64:5" };
    expect(codec.parse(codec.stringify(value), refuse)).toEqual(value);
  });
});

test("broken JSON is told as JSON.parse tells it", () => {
  expect(() => int64(["size"]).parse('{"size":12345678901234567', refuse)).toThrow(SyntaxError);
});
