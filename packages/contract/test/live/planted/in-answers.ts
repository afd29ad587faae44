import { IN_STATUS, LABELS, type Planted, REFUSED, STATUS, having, on, status } from "./plant.ts";

export const IN_ANSWERS: readonly Planted[] = [
  {
    name: "a status of success that is not declared",
    plant: on("GET /status", (answer) => ({ ...answer, status: 203 })),
    kind: "undeclared-status",
    operation: "getStatus",
    status: 203,
    pointer: "/paths/~1status/get/responses",
  },
  {
    name: "an error status that is not declared",
    plant: on("GET /labels", () => ({ status: 418, body: { code: "pot", message: "short" } })),
    kind: "undeclared-status",
    operation: "listLabels",
    status: 418,
    pointer: "/paths/~1labels/get/responses",
  },
  {
    name: "501",
    plant: on("GET /status", () => ({ status: 501, body: { code: "later", message: "Not yet" } })),
    kind: "not-implemented",
    operation: "getStatus",
    status: 501,
    pointer: "/paths/~1status/get/responses",
  },
  {
    name: "a redirection",
    plant: on("GET /status", () => ({ status: 302, headers: { location: "/login" } })),
    kind: "redirect",
    operation: "getStatus",
    status: 302,
    pointer: "/paths/~1status/get/responses",
  },
  {
    name: "a page of HTML",
    plant: on("GET /status", ({ headers }) => {
      return { status: 200, headers: { ...headers, "content-type": "text/html" }, body: "<h1>Hello</h1>" };
    }),
    kind: "undeclared-media-type",
    ...status,
    pointer: `${STATUS}/content`,
  },
  {
    name: "no body",
    plant: on("GET /status", ({ headers = {} }) => ({ status: 200, headers })),
    kind: "empty-body",
    ...status,
    pointer: `${STATUS}/content`,
  },
  {
    name: "a body that breaks off",
    plant: on("GET /status", ({ headers }) => {
      return { status: 200, headers: { ...headers, "content-type": "application/json" }, body: '{"state":"up",' };
    }),
    kind: "malformed-body",
    ...status,
    pointer: `${STATUS}/content/application~1json`,
  },
  {
    name: "200 with the body of a declared error",
    plant: on("GET /status", (answer) => ({ ...answer, body: { code: "broken", message: "It is broken" } })),
    kind: "error-in-success",
    ...status,
    pointer: IN_STATUS,
  },
  {
    name: "200 with an error that nobody declared",
    plant: on("GET /labels", (answer) => ({ ...answer, body: { error: "broken" } })),
    kind: "error-in-success",
    operation: "listLabels",
    status: 200,
    pointer: `${LABELS}/content/application~1json/schema`,
  },
  {
    name: "an error in another envelope",
    plant: ({ what }, answer) =>
      what === "GET /devices/999" && answer.status === 404
        ? { ...answer, body: { error: { reason: "gone" } } }
        : answer,
    kind: "error-envelope",
    operation: "getDevice",
    status: 404,
    pointer: `${REFUSED}/content/application~1json/schema`,
  },
  {
    name: "an error that is a text",
    plant: ({ what }, answer) =>
      what === "GET /devices/999" && answer.status === 404
        ? { status: 404, headers: { "content-type": "application/json" }, body: '"gone"' }
        : answer,
    kind: "error-envelope",
    operation: "getDevice",
    status: 404,
    pointer: `${REFUSED}/content/application~1json/schema`,
  },
  {
    name: "an error without one of its fields",
    plant: ({ what }, answer) =>
      what === "GET /devices/999" && answer.status === 404 ? { ...answer, body: { code: "gone" } } : answer,
    kind: "missing-field",
    operation: "getDevice",
    status: 404,
    pointer: "/components/schemas/Problem/required/1",
  },
  {
    name: "a refusal that is a page",
    plant: (_, answer) =>
      answer.status === 401 ? { ...answer, headers: { "content-type": "text/html" }, body: "<h1>No</h1>" } : answer,
    kind: "undeclared-media-type",
    operation: "listLabels",
    status: 401,
    pointer: `${REFUSED}/content`,
  },
  {
    name: "a required header is missing",
    plant: on("GET /status", ({ body }) => ({ status: 200, body })),
    kind: "missing-header",
    ...status,
    pointer: `${STATUS}/headers/X-Version`,
  },
  {
    name: "a header that breaks its pattern",
    plant: on("GET /status", (answer) => ({ ...answer, headers: { "x-version": "latest" } })),
    kind: "wrong-header",
    ...status,
    pointer: `${STATUS}/headers/X-Version/schema`,
  },
  {
    name: "a header of another type",
    plant: on("GET /status", (answer) => ({ ...answer, headers: { "x-version": "1.2", "x-load": "high" } })),
    kind: "wrong-header",
    ...status,
    pointer: `${STATUS}/headers/X-Load/schema`,
  },
  {
    name: "ids of another type than the call that takes them",
    plant: on("GET /devices", (answer) => ({ ...answer, body: { items: [{ id: "d-1", kind: "disk" }], total: 1 } })),
    kind: "wrong-id",
    operation: "getDevice",
    status: 404,
    pointer: "/paths/~1devices~1{id}/parameters/0/schema",
  },
  {
    name: "it works without credentials",
    plant: ({ what, token }, answer) =>
      what === "GET /labels" && token === undefined ? { status: 200, body: [] } : answer,
    kind: "security-not-enforced",
    operation: "listLabels",
    status: 200,
    pointer: "/security",
  },
  {
    name: "a void session is answered with another status",
    plant: ({ what, token }, answer) =>
      what === "GET /devices/1" && answer.status === 401 && token !== undefined
        ? { status: 404, body: { code: "unknown", message: "It is unknown" } }
        : answer,
    kind: "session-semantics",
    operation: "getDevice",
    status: 404,
    pointer: "/paths/~1devices~1{id}/get/responses",
  },
  {
    name: "a void session is told by another word",
    plant: (_, answer) => (answer.status === 401 ? { ...answer, headers: { "x-reason": "no rights" } } : answer),
    kind: "session-semantics",
    operation: "listLabels",
    status: 401,
    pointer: "/x-sdk-retry/expired",
  },
  {
    name: "signing in answers another status",
    plant: on("POST /sessions", (answer) => ({ ...answer, status: 200 })),
    kind: "undeclared-status",
    operation: "openSession",
    status: 200,
    pointer: "/paths/~1sessions/post/responses",
  },
  {
    name: "signing in answers a date in another format",
    plant: on("POST /sessions", having({ expires: "tomorrow" })),
    kind: "wrong-format",
    operation: "openSession",
    status: 201,
    pointer: "/paths/~1sessions/post/responses/201/content/application~1json/schema/properties/expires/format",
  },
  {
    name: "signing out answers a body and another status",
    plant: on("DELETE /sessions", () => ({ status: 200, body: {} })),
    kind: "undeclared-status",
    operation: "closeSession",
    status: 200,
    pointer: "/paths/~1sessions/delete/responses",
  },
];
