export * from "./generated/standalone.ts";
