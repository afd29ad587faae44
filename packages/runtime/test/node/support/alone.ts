// Run as a program of its own, since what it looks at is the state of a whole process.
/// <reference types="node" />
import { nodeFetch } from "../../../src/node/node-fetch.ts";

const [, , url = ""] = process.argv;
const fetch = nodeFetch();
const code: unknown = await fetch(url, {}).then(String, (error: { cause: { code: string } }) => error.cause.code);
await fetch.close();

const undici = await import("undici");
const inUse: unknown = Reflect.get(globalThis, Symbol.for("undici.globalDispatcher.1"));
const foreignDispatcher = inUse === undefined || inUse instanceof undici.Dispatcher;
process.stdout.write(JSON.stringify({ foreignDispatcher, code }));
