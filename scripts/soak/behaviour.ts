import { reset, resetInBody, silence, type Action, type Behaviour } from "../../packages/contract/src/faults/reply.ts";
import { pick } from "./random.ts";

/** What the server does to a request, and how likely that is, in thousandths. */
const WEIGHTS = {
  usual: 828,
  "session over": 2,
  "503": 40,
  "429": 20,
  "500": 10,
  reset: 30,
  "reset in the body": 20,
  "broken JSON": 20,
  "a page": 15,
  "no content": 10,
  "half an answer, then silence": 1,
  silence: 1,
  redirect: 3,
} as const;

export type Doing = keyof typeof WEIGHTS;

export function doingAt(chance: number): Doing {
  return pick(WEIGHTS, chance);
}

const JSON_TYPE = { "content-type": "application/json" };

const halfAnswer: Action = (response) => {
  response.writeHead(200, { ...JSON_TYPE, "content-length": "1000" });
  response.write('{"half":');
};

/** Undefined stands for the usual answer. */
export function behaviourOf(doing: Doing, target: string): Behaviour {
  switch (doing) {
    case "usual":
    case "session over":
      return undefined;
    case "503":
    case "429":
      return { status: Number(doing), json: {}, headers: { "retry-after": "0" } };
    case "500":
      return { status: 500, json: { message: "It failed" } };
    case "reset":
      return reset;
    case "reset in the body":
      return resetInBody;
    case "broken JSON":
      return { headers: JSON_TYPE, text: '{"items": [' };
    case "a page":
      return { status: 502, headers: { "content-type": "text/html" }, text: "<html>Bad gateway</html>" };
    case "no content":
      return { status: 200, text: "" };
    case "half an answer, then silence":
      return halfAnswer;
    case "silence":
      return silence;
    case "redirect":
      return { status: 307, headers: { location: target } };
  }
}
