import { formOf } from "@vendor-sdks/mock-server";
import type { Validator } from "@vendor-sdks/runtime";
import { entranceTo } from "../suite/credentials.ts";
import {
  callOperation,
  specOperation,
  type AnyClient,
  type AnyResult,
  type SuiteClientOptions,
} from "../suite/suite.ts";
import { differences } from "./kept.ts";
import { serve } from "./serve.ts";
import type { VariedAnswer, Varying } from "./variants.ts";

/** A body on its way. */
export interface SentBody {
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** What it says, with bigints where the client shall read such. */
  readonly wanted: unknown;
  /** Looks at what the client has read. */
  readonly validator?: Validator | undefined;
}

/** What is wrong with that which the client makes of a body; nothing where that is what was sent. */
export async function problemsOfReading(varying: Varying, varied: VariedAnswer, sent: SentBody): Promise<string[]> {
  const { answer, mediaType } = varied;
  const warned: string[] = [];
  const served = serve({ status: answer.code, mediaType, body: sent.body });
  const client = clientOf(varying, varied, {
    fetch: served.fetch,
    validator: sent.validator,
    logger: { warn: (said) => void warned.push(said) },
  });
  const result = await resultOf(client, varied).catch((error: unknown) => ({ error }));
  if (!("status" in result)) return [`the call rejected: ${String(result.error)}`];
  const isDeclared = result.ok || result.declared;
  const isSuccess = answer.code < 300;
  if (result.ok !== isSuccess || result.status !== answer.code || !isDeclared) {
    return [`ok is ${result.ok}, status ${result.status}, declared ${isDeclared}`];
  }
  const read = await asValue(result.ok ? result.data : result.error);
  const isKept = result.ok || formOf(mediaType) === "binary" || result.text === sent.body;
  return [
    ...differences(read, sent.wanted),
    ...(isKept ? [] : ["the text is another"]),
    ...(served.count() === 1 ? [] : [`${served.count()} requests were sent`]),
    ...warned,
  ];
}

/** What is wrong with how the client refuses an integer that it cannot hold. In an error it does not hide what went wrong. */
export async function problemsOfPrecision(
  varying: Varying,
  varied: VariedAnswer,
  { body, pointer }: { readonly body: string; readonly pointer: string },
): Promise<string[]> {
  const { fetch } = serve({ status: varied.answer.code, mediaType: varied.mediaType, body });
  const answer = await resultOf(clientOf(varying, varied, { fetch }), varied).catch((error: unknown) => error);
  const { name, pointer: named, declared, text } = answer as Readonly<Record<string, unknown>>;
  const actual = JSON.stringify({ name, pointer: named, declared, text });
  const refusal = varied.answer.code < 300 ? { name: "PrecisionError", pointer } : { declared: false };
  const wanted = JSON.stringify({ ...refusal, text: body });
  return actual === wanted ? [] : [`the client says ${actual}`];
}

function clientOf({ suite }: Varying, { operation }: VariedAnswer, options: SuiteClientOptions): AnyClient {
  const entrance = entranceTo(suite, specOperation(suite, operation.operationId));
  return suite.client({ ...entrance.options(), ...options });
}

async function resultOf(client: AnyClient, { operation }: VariedAnswer): Promise<AnyResult> {
  return await callOperation(client, operation, operation.arguments.all).result();
}

/** What is read as it comes, or a file, as a value that can be compared. */
async function asValue(data: unknown): Promise<unknown> {
  if (data instanceof Blob) return [...new Uint8Array(await data.arrayBuffer())];
  if (typeof data !== "object" || data === null || !(Symbol.asyncIterator in data)) return data;
  const items: unknown[] = [];
  for await (const item of data as AsyncIterable<unknown>) items.push(item);
  return items;
}
