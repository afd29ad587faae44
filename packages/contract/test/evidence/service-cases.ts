import type { Case } from "./case.ts";
import { EVIDENCE, SPEC } from "./sample.ts";

export const service: readonly Case[] = [
  {
    name: "another base path",
    spec: ["version: { default: v1 }", "version: { default: v2 }"],
    says: 'the base path is "/api/v1" in the evidence, "/api/v2" in the spec',
    at: ["url:", "basePath:"],
  },
  {
    name: "another header for a key",
    spec: ["name: X-Key", "name: X-Api-Key"],
    says: 'security scheme ApiKey (used by listThings, deleteThing) is "apiKey header x-key" in the evidence, "apiKey header x-api-key" in the spec',
    at: ["ApiKey: {", "ApiKey: apiKey"],
  },
  {
    name: "a witnessed security scheme that the spec lacks",
    evidence: ["  Login: oauth2\n", "  Login: oauth2\n  Cookie: apiKey cookie sid\n"],
    says: "security scheme Cookie (used by no operation) is witnessed, but not in the spec",
    at: ["openapi:", "Cookie:"],
  },
  {
    name: "an operation that nobody witnessed",
    evidence: [EVIDENCE.slice(EVIDENCE.indexOf("  deleteThing:"), EVIDENCE.indexOf("schemas:")), ""],
    says: "deleteThing: the operation DELETE /things/{id} is in the spec, but not witnessed",
    at: ["delete:", "service:"],
  },
  {
    name: "a witnessed operation that the spec lacks",
    spec: [SPEC.slice(SPEC.indexOf("    delete:"), SPEC.indexOf("components:")), ""],
    says: "deleteThing: the operation DELETE /things/{id} is witnessed, but not in the spec",
    at: ["openapi:", "deleteThing:"],
  },
];
