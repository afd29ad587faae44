import { ProblemJsonError, type PrismHttpInstance } from "@stoplight/prism-http";
import { toAscii } from "./problem.ts";

/** A request's mark, which its answer shows only where Prism itself has had the request. */
const EXCHANGE_HEADER = "mock-server-exchange";
const PRISM_HEADER = "mock-server-prism";

type Outcome = Awaited<ReturnType<ReturnType<PrismHttpInstance["request"]>>>;
type Diagnostic = Extract<Outcome, { _tag: "Right" }>["right"]["validations"]["input"][number];

/**
 * Keeps what Prism throws from ending the process. Its server lets the promise of a request float, so that whatever a deserialiser or
 * a media type parser throws is an unhandled rejection, and the request is never answered. Here it becomes an error answer.
 */
export function guardPrism(prism: PrismHttpInstance, onFault: (message: string) => void): void {
  const request = prism.request.bind(prism);
  prism.request = (input, operations, config) => async (): Promise<Outcome> => {
    try {
      const outcome = await request(input, operations, config)();
      if ("left" in outcome) return outcome;
      const { output, validations } = outcome.right;
      const sendable = { input: validations.input.map(ascii), output: validations.output.map(ascii) };
      const mark = input.headers?.[EXCHANGE_HEADER];
      const marked = mark === undefined ? output : { ...output, headers: { ...output.headers, [PRISM_HEADER]: mark } };
      return { _tag: "Right", right: { output: marked, validations: sendable } };
    } catch (cause) {
      const fault = cause instanceof Error ? cause.message : String(cause);
      const detail = `Prism threw on ${input.method.toUpperCase()} ${input.url.path}: ${fault}`;
      onFault(detail);
      return { _tag: "Left", left: new ProblemJsonError("urn:mock-server:prism-fault", "Prism failed", 500, detail) };
    }
  };
}

/** Prism puts the texts into a header as they are, and Node throws on a character that a header cannot hold. */
function ascii(diagnostic: Diagnostic): Diagnostic {
  const { path, message } = diagnostic;
  return {
    ...diagnostic,
    message: toAscii(message),
    ...(path === undefined ? {} : { path: path.map(String).map(toAscii) }),
  };
}
