/** Every way in which an appliance can differ from its spec. */
export type Kind =
  | "undeclared-status"
  | "not-implemented"
  | "redirect"
  | "undeclared-media-type"
  | "empty-body"
  | "unexpected-body"
  | "malformed-body"
  | "error-in-success"
  | "error-envelope"
  | "missing-field"
  | "unknown-field"
  | "forbidden-field"
  | "wrong-type"
  | "null"
  | "array-for-object"
  | "object-for-array"
  | "extra-enum-value"
  | "wrong-format"
  | "out-of-bounds"
  | "other-schema"
  | "missing-header"
  | "wrong-header"
  | "pagination-stuck"
  | "page-too-large"
  | "page-too-small"
  | "pagination-overlap"
  | "pagination-refused"
  | "pagination-total"
  | "pagination-short"
  | "pagination-rows"
  | "wrong-id"
  | "security-not-enforced"
  | "session-semantics"
  | "prism-alone";

/** What each is, and what to do about it. */
export const KINDS: Readonly<Record<Kind, { readonly title: string; readonly remedy: string }>> = {
  "undeclared-status": {
    title: "a status that the spec does not declare",
    remedy: "Declare the status with its body, or have the operation called in a way that does not lead to it.",
  },
  "not-implemented": {
    title: "501, so this appliance does not have the operation",
    remedy: "Say in the operation from which version on it exists, and declare 501 if callers have to expect it.",
  },
  redirect: {
    title: "a redirection that the spec does not declare",
    remedy: "Correct the server's URL or the path if the thing has moved, or declare the redirection.",
  },
  "undeclared-media-type": {
    title: "a media type that the spec does not declare",
    remedy: "Add the media type to the content of this answer.",
  },
  "empty-body": {
    title: "no body where the spec declares one",
    remedy: "Leave out the content, or declare the status that is answered without one apart.",
  },
  "unexpected-body": {
    title: "a body where the spec declares none",
    remedy: "Declare its content.",
  },
  "malformed-body": {
    title: "a body that is not what its media type says",
    remedy:
      "Look at the recording: a proxy's page is no drift of the appliance, a cut or wrong body is one to declare.",
  },
  "error-in-success": {
    title: "a status of success with the body of an error",
    remedy: "Declare the error's schema as an alternative of this answer, so that callers see that it can be one.",
  },
  "error-envelope": {
    title: "an error with another envelope",
    remedy: "Add the envelope as it came to the schemas of this answer.",
  },
  "missing-field": {
    title: "a required field is missing",
    remedy: "Take the name out of `required`.",
  },
  "unknown-field": {
    title: "a field that the spec does not know",
    remedy: "Add the property if it is worth having.",
  },
  "forbidden-field": {
    title: "a field that the spec rules out",
    remedy: "Add the property, or lift `additionalProperties: false`.",
  },
  "wrong-type": {
    title: "a value of another type",
    remedy: "Correct the type, or add this one to it.",
  },
  null: {
    title: "null where the spec does not allow it",
    remedy: "Add `null` to the type.",
  },
  "array-for-object": {
    title: "a list where the spec has an object",
    remedy: "Correct the schema; if both occur, make them alternatives (`oneOf`).",
  },
  "object-for-array": {
    title: "an object where the spec has a list",
    remedy: "Correct the schema; if both occur, make them alternatives (`oneOf`).",
  },
  "extra-enum-value": {
    title: "a value beyond the enumeration",
    remedy: "Add the value to the enumeration.",
  },
  "wrong-format": {
    title: "a text of another format",
    remedy: "Correct the format, or leave it out if it does not always hold.",
  },
  "out-of-bounds": {
    title: "a value beyond the bounds",
    remedy: "Widen the bound or correct the pattern.",
  },
  "other-schema": {
    title: "a value that its schema does not allow",
    remedy: "Hold the recording against the schema, and correct the schema.",
  },
  "missing-header": {
    title: "a required header is missing",
    remedy: "Take `required` from the header.",
  },
  "wrong-header": {
    title: "a header of another form",
    remedy: "Correct the header's schema.",
  },
  "pagination-stuck": {
    title: "another page brings the same rows",
    remedy: "Correct `x-sdk-pagination`: the parameter that moves, where it begins, or the mark of the next page.",
  },
  "page-too-large": {
    title: "a page has more rows than were asked for",
    remedy: "Correct the parameter for the page's size in `x-sdk-pagination`.",
  },
  "page-too-small": {
    title: "the best size of a page is not granted, and walks would end there",
    remedy: "Lower `size.best` in `x-sdk-pagination` to what the appliance grants.",
  },
  "pagination-overlap": {
    title: "another page brings some of the rows again",
    remedy: "Correct `x-sdk-pagination`: what its position counts, and where it begins.",
  },
  "pagination-refused": {
    title: "a page is refused that pagination leads to",
    remedy: "Correct what is refused in `x-sdk-pagination`: the mark of the next page, the position or the size.",
  },
  "pagination-total": {
    title: "the number of all rows is another one",
    remedy: "Take `total` from `x-sdk-pagination`, or point it to the number of all rows.",
  },
  "pagination-short": {
    title: "the pages leave out rows that the list has",
    remedy: "Correct `x-sdk-pagination`: the mark of the next page, or the parameter that moves.",
  },
  "pagination-rows": {
    title: "the rows are not where the spec says",
    remedy: "Correct the pointers of `x-sdk-pagination`.",
  },
  "wrong-id": {
    title: "an id that a list gave does not fit the parameter that takes it",
    remedy: "Correct the parameter's schema.",
  },
  "security-not-enforced": {
    title: "it works without credentials though the spec demands some",
    remedy: "Give the operation `security: []`, and tell the vendor if that cannot be meant.",
  },
  "session-semantics": {
    title: "a session that is void is not told as the spec says",
    remedy:
      "Clients sign in anew on a 401 alone: correct `x-sdk-retry.expired` or the declared refusals, whichever this contradicts.",
  },
  "prism-alone": {
    title: "Prism objects where our own check does not",
    remedy: "Look at the recording; Prism is known to misread some schemas.",
  },
};

/** Kinds that a reader may want to know of, and that contradict nothing. */
const INFORMATION: readonly Kind[] = ["unknown-field", "prism-alone"];

export function isDrift(kind: Kind): boolean {
  return !INFORMATION.includes(kind);
}
