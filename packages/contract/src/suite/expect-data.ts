import { formOf } from "@vendor-sdks/mock-server";
import { expect } from "vitest";
import { isObject } from "../openapi/json.ts";

/** What a client makes of a body that holds this example. */
export async function expectData(data: unknown, mediaType: string | null, value: unknown): Promise<void> {
  switch (mediaType === null ? "none" : formOf(mediaType)) {
    case "none":
      expect(data).toBeUndefined();
      return;
    case "json":
      expect(data).toStrictEqual(value);
      return;
    case "text":
    case "xml":
      expect(data).toBe(textOf(value));
      return;
    case "lines":
    case "sequence":
      expect(await collect(data)).toStrictEqual(typeof value === "string" ? linesOf(value) : [value].flat());
      return;
    case "events":
      await expectEvents(data, value);
      return;
    default:
      expect(data).toBeInstanceOf(Blob);
      expect(await (data as Blob).text()).toBe(textOf(value));
  }
}

/** Whether the data can be read only once. */
export function isStreamed(mediaType: string | null): boolean {
  return mediaType !== null && ["lines", "sequence", "events"].includes(formOf(mediaType));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function linesOf(text: string): unknown[] {
  const lines = text
    .replaceAll("\u001E", "\n")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => JSON.parse(line) as unknown);
}

async function collect(data: unknown): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of data as AsyncIterable<unknown>) items.push(item);
  return items;
}

/** An example that is a text is the stream itself; else it is a list of events, or of what they tell. */
async function expectEvents(data: unknown, value: unknown): Promise<void> {
  const events = (await collect(data)).map((event) => (event as { readonly data: unknown }).data);
  if (typeof value === "string") {
    const blocks = value.split(/\n\n+/).filter((block) => block.includes("data:"));
    expect(events).toHaveLength(blocks.length);
    return;
  }
  const told = [value].flat().map((event) => (isObject(event) && "data" in event ? event["data"] : event));
  expect(events.map(parsed)).toEqual(told.map(parsed));
}

/** What an event tells is a text or JSON, by what the spec says of it. */
function parsed(data: unknown): unknown {
  try {
    return typeof data === "string" ? (JSON.parse(data) as unknown) : data;
  } catch {
    return data;
  }
}
