/**
 * Names that a schema may not take, because user code and emitted code mean the global by them: a schema called `Error` would
 * hide the class wherever it is imported. Rarely met browser interfaces (`Node`, `Comment`, `Location`) are left to schemas.
 */

const LANGUAGE = `
  AggregateError Array ArrayBuffer ArrayBufferLike ArrayBufferView AsyncDisposable AsyncDisposableStack AsyncGenerator AsyncIterable
  AsyncIterableIterator AsyncIterator Atomics Awaited BigInt BigInt64Array BigUint64Array Boolean Capitalize ConstructorParameters
  DataView Date Disposable DisposableStack Error EvalError Exclude Extract FinalizationRegistry Float32Array Float64Array Function
  Generator Infinity InstanceType Int16Array Int32Array Int8Array Intl Iterable IterableIterator Iterator JSON Lowercase Map Math NaN
  NoInfer NonNullable Number Object Omit OmitThisParameter Parameters Partial Pick Promise PromiseLike PropertyDescriptor PropertyKey
  Proxy RangeError Readonly ReadonlyArray ReadonlyMap ReadonlySet Record ReferenceError Reflect RegExp Required ReturnType Set
  SharedArrayBuffer String SuppressedError Symbol SyntaxError ThisParameterType ThisType TypeError URIError Uint16Array Uint32Array
  Uint8Array Uint8ClampedArray Uncapitalize Uppercase WeakKey WeakMap WeakRef WeakSet
`;

const PLATFORM = `
  AbortController AbortSignal Blob BodyInit Buffer CryptoKey CustomEvent DOMException Event EventTarget File FormData Headers
  HeadersInit ReadableStream Request RequestInfo RequestInit Response ResponseInit TextDecoder TextEncoder TransformStream URL
  URLSearchParams WebSocket WritableStream XMLHttpRequest
`;

export const RESERVED_NAMES: ReadonlySet<string> = new Set(`${LANGUAGE} ${PLATFORM}`.split(/\s+/u).filter(Boolean));
