import type { Middleware } from "../../src/index.ts";

/** What is used of `@opentelemetry/api`: its `Tracer` fits as it is. */
interface Tracer {
  startActiveSpan<T>(name: string, options: { kind: number; attributes: Attributes }, run: (span: Span) => T): T;
}
interface Span {
  setAttribute(name: string, value: string | number): unknown;
  setStatus(status: { code: number; message?: string }): unknown;
  recordException(error: Error): void;
  end(): void;
}
type Attributes = Record<string, string | number>;

/** A span for every call, in the terms of OpenTelemetry's conventions for HTTP clients. */
export function tracing(tracer: Tracer): Middleware {
  return (request, next, { service, operation, path }) => {
    const attributes = {
      "http.request.method": request.method,
      "server.address": new URL(request.url).hostname,
      "url.template": path, // not the whole URL: what fills it may be the id of a session
      "sdk.service": service,
      "sdk.operation": operation,
    };
    const CLIENT = 2; // SpanKind.CLIENT
    const ERROR = 2; // SpanStatusCode.ERROR
    return tracer.startActiveSpan(`${request.method} ${path}`, { kind: CLIENT, attributes }, async (span) => {
      try {
        const response = await next(request);
        span.setAttribute("http.response.status_code", response.status);
        if (!response.ok) span.setStatus({ code: ERROR });
        return response;
      } catch (error) {
        if (error instanceof Error) {
          span.setAttribute("error.type", error.name);
          span.recordException(error);
          span.setStatus({ code: ERROR, message: error.message });
        }
        throw error;
      } finally {
        span.end();
      }
    });
  };
}
