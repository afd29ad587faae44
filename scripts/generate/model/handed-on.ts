/** What every package hands on of the runtime, beside what is emitted of its own: errors, options, what calls return. */
export const HANDED_ON: readonly string[] = [
  "AbortError",
  "ApiError",
  "type AttemptFacts",
  "type Call",
  "type CallFacts",
  "type CallOptions",
  "type ClientOptions",
  "ConfigurationError",
  "ConnectionError",
  "type Core",
  "type EndFacts",
  "type Environment",
  "type ExportedSession",
  "type Hooks",
  "type Logger",
  "type LogLevel",
  "type Middleware",
  "type Page",
  "type PagedCall",
  "ParseError",
  "PrecisionError",
  "type RetryFacts",
  "SdkError",
  "SignInError",
  "type SignInFacts",
  "TimeoutError",
];

/** What packages hand on besides where their operations mention it. */
export const BODY_TYPES: readonly string[] = ["BinaryBody", "EventStream", "FilePart", "JsonLines", "ServerSentEvent"];
