export { answersOf, anyAnswer, blobAnswer, textAnswer } from "./bodies/answers.ts";
export { textAnswers } from "./bodies/text-answers.ts";
export { bodyOf } from "./bodies/body.ts";
export { eventsAnswer, type EventStream, jsonEventsAnswer, type ServerSentEvent } from "./bodies/event-stream.ts";
export { type JsonLines, jsonLinesAnswer } from "./bodies/json-lines.ts";
export { soleJsonBody, soleJsonBodyOf } from "./bodies/sole-json-body.ts";
export { jsonLinesBody } from "./bodies/json-lines-body.ts";
export type { FileContent, FilePart } from "./bodies/file-part.ts";
export { multipartBody } from "./bodies/multipart.ts";
export { type BinaryBody, binaryBody, jsonBody, textBody } from "./bodies/plain-bodies.ts";
export { urlencodedBody } from "./bodies/urlencoded.ts";
export { type Call, call } from "./call.ts";
export { callPaged, type Page, type PagedCall } from "./paged-call.ts";
export { byCursor, byOffset, byPage } from "./paging.ts";
export { Client } from "./client.ts";
export { type Core, type CoreOptions, coreFor, type ExportedSession, type Session, type SignIn } from "./core.ts";
export type { Kind } from "./credentials/kind.ts";
export type { Secret } from "./credentials/kind.ts";
export { type Environment, fromEnvironment } from "./credentials/environment.ts";
export { secondFactor } from "./credentials/second-factor.ts";
export { expiredBy } from "./credentials/expired.ts";
export { lifetime, seconds, until } from "./credentials/lifetime.ts";
export { once } from "./credentials/once.ts";
export { logIn } from "./credentials/log-in.ts";
export { logOut } from "./credentials/log-out.ts";
export { basic, bearer, inCookie, inHeader, inQuery } from "./credentials/put.ts";
export { exportSession, resumeSession } from "./credentials/resume.ts";
export { signIn } from "./credentials/sign-in.ts";
export { signInByOneOf } from "./credentials/sign-in-by-one-of.ts";
export { takeFields } from "./credentials/take-fields.ts";
export { tokenRequest } from "./credentials/token-request.ts";
export { firstText, joined } from "./credentials/values.ts";
export { diagnosticsFor, type Known } from "./diagnostics/diagnostics.ts";
export type { AttemptFacts, CallFacts, EndFacts, Hooks, RetryFacts, SignInFacts } from "./diagnostics/hooks.ts";
export { AbortError } from "./errors/abort-error.ts";
export {
  ApiError,
  apiErrorGuard,
  type ApiErrorGuard,
  type DeclaredErrorStatus,
  type ErrorAt,
  type ErrorOf,
} from "./errors/api-error.ts";
export { ConfigurationError } from "./errors/configuration-error.ts";
export { ConnectionError } from "./errors/connection-error.ts";
export { bigint64 } from "./bigint64.ts";
export { inMaps, int64, type Naming, type NumberCodec } from "./int64.ts";
export { caution, type Caution } from "./caution.ts";
export { ParseError } from "./errors/parse-error.ts";
export { PrecisionError } from "./errors/precision-error.ts";
export { SdkError } from "./errors/sdk-error.ts";
export { SignInError } from "./errors/sign-in-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export { ValidationError, type ValidationProblem } from "./errors/validation-error.ts";
export { cookieParameters, headerParameters, type HeaderWriter } from "./header-parameters.ts";
export { httpClient, type HttpClient, type HttpNeeds } from "./http.ts";
export type { Extra, Observer } from "./observer.ts";
export type { Operation, PagedOperation, Pagination, SecurityRequirement, Service } from "./operation.ts";
export type { CallOptions, ClientOptions, Fetch, Logger, LogLevel, RetryOptions, SharedOptions } from "./options.ts";
export type {
  ErrorStatus,
  ErrorStatusExcept,
  Failure,
  StatusIn,
  Success,
  SuccessStatus,
  Undeclared,
} from "./result.ts";
export { serverOf, type Where } from "./server.ts";
export { middleware, type Middleware, type MiddlewareContext, type MiddlewareRequest } from "./stages/middleware.ts";
export { rateLimit, type RateLimit } from "./stages/rate-limit.ts";
export { redirects } from "./stages/redirect.ts";
export { withOptions } from "./settings.ts";
export { validation } from "./stages/validation.ts";
export {
  comma,
  commaObject,
  deep,
  form,
  formObject,
  json,
  jsonHeader,
  jsonSegment,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  named,
  type ParameterStyle,
  pipe,
  reserved,
  simple,
  simpleExploded,
  space,
  text,
  textExploded,
} from "./styles.ts";
export type { OperationPlace, Validator } from "./validation/validator.ts";
