import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareEvidence, readEvidence, type Difference, type Facts } from "../../src/evidence/index.ts";

/** A small service, told twice: as a spec and as evidence that agrees with it. */
export const SPEC = `openapi: 3.1.0
info: { title: Things, version: "1" }
servers:
  - url: https://{host}:8443/api/{version}/
    variables:
      host: { default: things.example.com }
      version: { default: v1 }
security:
  - ApiKey: []
  - Login: [things.read]
    Token: []
paths:
  /things:
    get:
      operationId: listThings
      parameters:
        - $ref: "#/components/parameters/Ids"
        - name: roles
          in: query
          schema: { type: array, items: { type: string } }
        - name: kind
          in: query
          required: true
          schema: { type: string, enum: [small, large] }
        - name: X-Trace
          in: header
          schema: { type: string, format: uuid }
      responses:
        "200":
          description: The things.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Thing" } }
        "401": { $ref: "#/components/responses/Refused" }
        "404": { description: None. }
    post:
      operationId: createThing
      security: []
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/NewThing" }
      responses:
        "201":
          description: Made.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Thing" }
  /things/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    delete:
      operationId: deleteThing
      responses:
        "204": { description: Gone. }
components:
  securitySchemes:
    ApiKey: { type: apiKey, in: header, name: X-Key }
    Login: { type: oauth2, flows: {} }
    Token: { type: http, scheme: Bearer }
  parameters:
    Ids:
      name: ids
      in: query
      explode: false
      schema: { type: array, items: { type: integer, format: int64 } }
  responses:
    Refused:
      description: No.
      content:
        application/json:
          schema: { $ref: "#/components/schemas/Problem" }
        text/plain:
          schema: { type: string }
  schemas:
    Base:
      type: object
      required: [name]
      properties:
        name: { type: string }
        note: { type: [string, "null"] }
    NewThing:
      allOf:
        - $ref: "#/components/schemas/Base"
        - type: object
          properties:
            secret: { type: string, format: password, writeOnly: true }
            labels: { $ref: "#/components/schemas/Labels" }
    Thing:
      allOf:
        - $ref: "#/components/schemas/Base"
      required: [id]
      properties:
        id: { type: string, readOnly: true }
        state: { type: [string, "null"], enum: [on, "off", null] }
        changed: { type: string, format: date-time }
        parent:
          anyOf:
            - $ref: "#/components/schemas/Thing"
            - type: "null"
        sizes: { type: array, items: { type: number, format: double } }
        extra: { description: Anything at all. }
        config: { type: object }
    Labels: { type: object, additionalProperties: { type: string } }
    Problem:
      type: object
      required: [code]
      properties:
        code: { type: integer, format: int32 }
`;

export const EVIDENCE = `# Sources: none, this is made up.
service: sample
basePath: /api/v1
securitySchemes:
  ApiKey: apiKey header x-key
  Login: oauth2
  Token: http bearer
operations:
  listThings:
    request: GET /things
    parameters:
      ids?: query int64[] form comma
      roles?: query string[] form repeated
      kind: query "large" | "small"
      x-trace?: header string(uuid)
    body: none
    security: [Token + Login, ApiKey]
    responses:
      200: application/json Thing[]
      401: [text/plain string, application/json Problem]
      404: empty
  createThing:
    request: POST /things
    parameters: {}
    body: application/json NewThing
    security: []
    responses:
      201: application/json Thing
  deleteThing:
    request: DELETE /things/{id}
    parameters:
      id: path string
    body: none
    security: [ApiKey, Login + Token]
    responses:
      204: empty
schemas:
  NewThing:
    name: string
    note?: string | null
    secret?: writeonly string(password)
    labels?: Labels
  Thing:
    name: string
    note?: null | string
    id: readonly string
    state?: '"on" | "off" | null'
    changed?: string(date-time)
    parent?: Thing | null
    sizes?: number(double)[]
    extra?: any
    config?: object
  Labels: map<string>
  Problem:
    code: int32
`;

/** A text to find, and what to put in its place. */
export type Edit = readonly [from: string, to: string];

export function edit(text: string, ...edits: readonly Edit[]): string {
  return edits.reduce((edited, [from, to]) => {
    if (edited.split(from).length !== 2) throw new Error(`"${from}" must occur exactly once`);
    return edited.replace(from, () => to);
  }, text);
}

/** `12:7`, the line and column at which `needle` begins. */
export function positionOf(text: string, needle: string): string {
  const before = text.slice(0, text.indexOf(needle)).split("\n");
  if (!text.includes(needle)) throw new Error(`"${needle}" does not occur`);
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

export function compareTexts(spec: string, evidence: string): Difference[] {
  return inFolder({ "openapi.yaml": spec, "evidence.yaml": evidence }, (folder) =>
    compareEvidence({ specFile: join(folder, "openapi.yaml"), evidenceFile: join(folder, "evidence.yaml") }),
  );
}

export function readText(evidence: string): Facts {
  return inFolder({ "evidence.yaml": evidence }, (folder) => readEvidence(join(folder, "evidence.yaml")));
}

function inFolder<Result>(files: Readonly<Record<string, string>>, use: (folder: string) => Result): Result {
  const root = mkdtempSync(join(tmpdir(), "evidence-"));
  const folder = join(root, "specs", "sample");
  mkdirSync(folder, { recursive: true });
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}
