export * from "./generated/index.ts";
export {
  AbortError,
  ApiError,
  type Call,
  type CallOptions,
  type ClientOptions,
  ConfigurationError,
  ConnectionError,
  type Core,
  type ExportedSession,
  type Page,
  type PagedCall,
  ParseError,
  PrecisionError,
  SdkError,
  SignInError,
  TimeoutError,
} from "@vendor-sdks/runtime";
