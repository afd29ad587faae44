import { describe, expect, it } from "vitest";
import { checkRequest, type SentRequest } from "../../src/evidence/index.ts";
import { edit, EVIDENCE, readText } from "./sample.ts";

const evidence = readText(
  edit(
    EVIDENCE,
    [
      "      x-trace?: header string(uuid)\n",
      "      x-trace: header string(uuid)\n      sort?: query object deepObject repeated\n",
    ],
    [
      "    body: application/json NewThing\n",
      "    body: ['application/json NewThing | NewThing[]', text/csv string]\n",
    ],
    ["    labels?: Labels\n", "    labels?: Labels\n    made?: readonly int64\n"],
  ),
);

function problems(operation: string, sent: SentRequest): string[] {
  return checkRequest(evidence, operation, sent).map((problem) => {
    expect(problem).toMatch(/^\w+: .* \(specs\/sample\/evidence\.yaml:\d+:\d+\)$/);
    return problem.replace(/^\w+: (.*) \([^(]*\)$/, "$1");
  });
}

function list(query: string, headers: Record<string, string> = { "X-Trace": "t" }): string[] {
  return problems("listThings", { method: "GET", path: "/things", query, headers });
}

function create(body: string | undefined, contentType = "application/json"): string[] {
  return problems("createThing", {
    method: "POST",
    path: "/things",
    query: "",
    headers: { "content-type": contentType },
    body,
  });
}

describe("a request that was sent", () => {
  it("is accepted when it is what the evidence says", () => {
    expect(list("kind=small&ids=1,2&roles=a&roles=b%2Cc&sort%5Bname%5D=asc")).toEqual([]);
    expect(create('{"name":"x","labels":{"any":"label"}}', "application/json; charset=utf-8")).toEqual([]);
    expect(create("name;note", "text/csv")).toEqual([]);
    expect(problems("deleteThing", { method: "DELETE", path: "/things/a%2Fb", query: "", headers: {} })).toEqual([]);
  });

  it("is refused for an operation that is not witnessed", () => {
    expect(checkRequest(evidence, "renameThing", { method: "GET", path: "/", query: "", headers: {} })).toEqual([
      "renameThing: this operation is not witnessed",
    ]);
  });

  it("is refused for another method", () => {
    expect(problems("deleteThing", { method: "POST", path: "/things/1", query: "", headers: {} })).toEqual([
      "the method is DELETE in the evidence, POST was sent",
    ]);
  });

  it.each(["/things", "/things/", "/things/a/b", "/v1/things/a", "/things/a?x=1"])(
    "is refused for the path %s",
    (path) => {
      expect(problems("deleteThing", { method: "DELETE", path, query: "", headers: {} })).toEqual([
        `the path is /things/{id} in the evidence, ${path} was sent`,
      ]);
    },
  );

  it("is refused for a query name that is not witnessed", () => {
    expect(list("kind=small&role%5B%5D=a")).toEqual(['query parameter "role[]" was sent, but is not witnessed']);
  });

  it("is refused without a required query parameter", () => {
    expect(list("roles=a")).toEqual(['the required query parameter "kind" was not sent']);
  });

  it("is refused without a required header, whatever its capitals", () => {
    expect(list("kind=small", {})).toEqual(['the required header parameter "x-trace" was not sent']);
  });

  it("is refused when an array with commas is repeated", () => {
    expect(list("kind=small&ids=1&ids=2")).toEqual(['query parameter "ids" was sent 2 times, once is witnessed']);
  });

  it("is refused when the commas between items are encoded", () => {
    expect(list("kind=small&ids=1%2C2")).toEqual([
      'the commas between the items of query parameter "ids" were encoded: 1%2C2',
    ]);
  });

  it("is refused when an array that is repeated comes with commas", () => {
    expect(list("kind=small&roles=a,b")).toEqual([
      'the items of query parameter "roles" were joined, one occurrence for each is witnessed: a,b',
    ]);
  });

  it("is refused when a single value is repeated", () => {
    expect(list("kind=small&kind=large")).toEqual(['query parameter "kind" was sent 2 times, once is witnessed']);
  });

  it("is refused without a required body", () => {
    expect(create(undefined)).toEqual(["the body is required, none was sent"]);
  });

  it("is refused with a body where none is witnessed", () => {
    expect(
      problems("deleteThing", { method: "DELETE", path: "/things/1", query: "", headers: {}, body: "{}" }),
    ).toEqual(["a body was sent, none is witnessed"]);
  });

  it("is refused for another media type of the body", () => {
    expect(create("<name/>", "text/xml")).toEqual([
      'the body was sent as "text/xml", witnessed is application/json, text/csv',
    ]);
  });

  it("is refused for a body that is no JSON though it says so", () => {
    expect(create("name=x")).toEqual([expect.stringContaining("the body is no JSON")]);
  });

  it("is refused for a field that is not witnessed", () => {
    expect(create('{"name":"x","colour":"red"}')).toEqual([
      'field "colour" of the body is not witnessed in NewThing | NewThing[]',
    ]);
  });

  it("is refused for a readonly field", () => {
    expect(create('{"name":"x","made":1}')).toEqual(['field "made" of the body is readonly, yet it was sent']);
  });

  it("is refused without a required field", () => {
    expect(create('{"note":null}')).toEqual(['the required field "name" of the body was not sent']);
  });

  it("has each item of an array looked at", () => {
    expect(create('[{"name":"x"},{"name":"y","nam":"z"}]')).toEqual([
      'field "nam" of item 1 of the body is not witnessed in NewThing',
    ]);
  });

  it.each(["1", '"x"', "null"])("is refused for the body %s where an object is witnessed", (body) => {
    expect(create(body)).toEqual([`the body is ${body}, witnessed is NewThing | NewThing[]`]);
  });
});
