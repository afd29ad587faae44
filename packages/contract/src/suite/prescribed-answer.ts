import { writeBody, type ValueMaker } from "@vendor-sdks/mock-server";
import { answerNode } from "../live/answer-node.ts";
import { descend, follow, child, names } from "../live/spec-node.ts";
import type { Prescribed } from "../mocks/upstream.ts";
import { isBodiless } from "../openapi/body.ts";
import { objectOf, type JsonObject } from "../openapi/json.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import type { Wanted } from "./passage.ts";

/** The answer as the spec has it: its example, with the headers that it declares. */
export function prescribedAnswer(maker: ValueMaker, { operation, answer, example, mediaType }: Wanted): Prescribed {
  const headers = Object.entries(declaredHeaders(operation, answer.code)).flatMap(([name, header]) => {
    const text = headerText(maker, header);
    return text === undefined || /^content-(?:type|length)$/.test(name) ? [] : [[name, text] as const];
  });
  const hasBody = mediaType !== null && !isBodiless(answer.code);
  return {
    status: answer.code,
    headers: Object.fromEntries(hasBody ? [...headers, ["content-type", mediaType]] : headers),
    body: hasBody ? writeBody(mediaType, example?.value) : new Uint8Array(),
  };
}

/** By their names in lower case. */
export function declaredHeaders(operation: SpecOperation, code: number): Readonly<Record<string, JsonObject>> {
  const answer = answerNode(operation, code);
  if (answer === undefined) return {};
  const headers = descend(answer, "headers");
  return Object.fromEntries(
    names(headers).map((name) => [name.toLowerCase(), objectOf(follow(child(headers, name)).value)]),
  );
}

function headerText(maker: ValueMaker, header: JsonObject): string | undefined {
  const { example = objectOf(Object.values(objectOf(header["examples"]))[0])["value"], required, schema } = header;
  const value = example ?? (required === true ? maker.make(schema ?? {}, { direction: "response" }) : undefined);
  return value === undefined ? undefined : [value].flat().map(String).join(",");
}
