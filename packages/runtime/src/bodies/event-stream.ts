import type { Exchange } from "../exchange.ts";
import type { ContentReader } from "./answers.ts";
import { parseInStream } from "./parse-in-stream.ts";
import { split, type Streamed, streamed } from "./streamed.ts";

/** An event as https://html.spec.whatwg.org/multipage/server-sent-events.html describes it. */
export interface ServerSentEvent<T> {
  /** The event's type: "message" unless the service names another. */
  readonly event: string;
  readonly data: T;
  /** The last id that the service gave, with this event or before; empty where it gave none. */
  readonly id: string;
  /** Milliseconds to wait before connecting again, where the service has said so by now. Nothing connects again by itself. */
  readonly retry: number | undefined;
}

/** An answer of events; `for await` gives each as soon as it has come. */
export interface EventStream<T> extends Streamed<ServerSentEvent<T>> {}

/** Events whose data is text. */
export const eventsAnswer: ContentReader = /* @__PURE__ */ eventsWith((_, __, data) => data);

/** Events whose data is JSON. Many services end theirs by the bare word `[DONE]`, which no spec can say. */
export const jsonEventsAnswer: ContentReader = /* @__PURE__ */ eventsWith((exchange, response, data, index) =>
  data === "[DONE]" ? done : parseInStream(exchange, response, data, `event ${index}`),
);

const done: unique symbol = Symbol("done");

function eventsWith(
  read: (exchange: Exchange, response: Response, data: string, index: number) => unknown,
): ContentReader {
  return {
    as: "blob",
    accepts: (actual) => actual === "",
    open: (exchange, response, body): EventStream<unknown> =>
      streamed(exchange, body, async function* (texts) {
        let index = 0;
        for await (const event of eventsIn(texts)) {
          const data = read(exchange, response, event.data, ++index);
          if (data === done) return;
          yield { ...event, data };
        }
      }),
  };
}

async function* eventsIn(texts: AsyncIterable<string>): AsyncGenerator<ServerSentEvent<string>> {
  let data: string[] = [];
  let event = "";
  let id = "";
  let retry: number | undefined;
  for await (const { text: line, ended } of split(texts, /\r\n|\r|\n/)) {
    // An event that the end cuts off is none.
    if (!ended) return;
    if (line === "") {
      if (data.length > 0) yield { event: event || "message", data: data.join("\n"), id, retry };
      data = [];
      event = "";
      continue;
    }
    const [, field, value = ""] = /^([^:]*)(?:: ?([\s\S]*))?$/.exec(line)!;
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
    else if (field === "retry" && /^\d+$/.test(value)) retry = Number(value);
  }
}
