import type { Exchange } from "../exchange.ts";
import type { AnswerReader } from "./answers.ts";

/** For answers that are JSON or text, and nothing else: text in the charset that it names. */
export const textAnswers: AnswerReader = { take: decoded };

/** The platform reads any text as UTF-8, whatever it says of itself; what it reads right is left to it. */
export function decoded(exchange: Exchange, response: Response, copy?: boolean): Promise<string> | undefined {
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(response.headers.get("content-type") ?? "")?.[1];
  if (!charset || /^utf-?8$/i.test(charset)) return undefined;
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset);
  } catch {
    return undefined; // a charset that nobody knows
  }
  const from = copy ? response.clone() : response;
  return from.arrayBuffer().then((bytes) => {
    // Middleware is given what came, since the header that goes with it names its charset.
    exchange.content = new Blob([bytes]);
    return decoder.decode(bytes);
  });
}
