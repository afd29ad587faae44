import type { Exchange } from "../exchange.ts";
import { isJsonSequence } from "../media-type.ts";
import type { ContentReader } from "./answers.ts";
import { parseInStream } from "./parse-in-stream.ts";
import { split, type Streamed, streamed } from "./streamed.ts";

/** An answer of one JSON text a line; `for await` gives each as soon as it has come. */
export interface JsonLines<T> extends Streamed<T> {}

const vague = ["", "text/plain", "application/octet-stream"];

export const jsonLinesAnswer: ContentReader = {
  as: "blob",
  accepts: (actual) => vague.includes(actual) || /[/+.-](?:jsonl|jsonlines|ndjson|json-seq)$/.test(actual),
  open(exchange, response, body): JsonLines<unknown> {
    const type = response.headers.get("content-type") ?? "";
    const records = isJsonSequence(type) ? sequence : lines;
    return streamed(exchange, body, (texts) => records(exchange, response, texts));
  },
};

async function* lines(exchange: Exchange, response: Response, texts: AsyncIterable<string>): AsyncGenerator {
  let line = 0;
  for await (const { text } of split(texts, /\n/)) {
    line++;
    if (text.trim() !== "") yield parseInStream(exchange, response, text, `line ${line}`);
  }
}

/** RFC 7464: each text follows a record separator. One that ends with its chunk is not held until the next begins. */
async function* sequence(exchange: Exchange, response: Response, texts: AsyncIterable<string>): AsyncGenerator {
  let record = 0;
  let rest = "";
  for await (const text of texts) {
    const records = (rest + text).split("\x1e");
    rest = records.pop() ?? "";
    if (rest.endsWith("\n") && isWhole(rest)) {
      records.push(rest);
      rest = "";
    }
    for (const each of records) {
      if (each.trim() !== "") yield parseInStream(exchange, response, each, `record ${++record}`);
    }
  }
  if (rest.trim() !== "") yield parseInStream(exchange, response, rest, `record ${++record}`);
}

function isWhole(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
