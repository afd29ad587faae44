import type { Kind } from "../../../src/live/index.ts";
import type { Answer, Plant } from "../inventory/stand-in.ts";

/** A way in which an appliance may differ from its document, and where that is to be found. */
export interface Planted {
  readonly name: string;
  readonly plant: Plant;
  readonly kind: Kind;
  readonly operation: string;
  readonly status: number;
  /** Of the place in the document. */
  readonly pointer: string;
  /** For what does not contradict the document. */
  readonly isInformation?: true;
}

export type Change = (answer: Answer, query: URLSearchParams) => Answer;
export type Fields = Readonly<Record<string, unknown>>;

/** Changes the answers of one request that succeed. */
export function on(what: string, change: Change): Plant {
  return (asked, answer) => (asked.what === what && answer.status < 300 ? change(answer, asked.query) : answer);
}

export function having(more: Fields): Change {
  return (answer) => ({ ...answer, body: { ...(answer.body as Fields), ...more } });
}

export function without(name: string): Change {
  return (answer) => {
    const { [name]: gone, ...body } = answer.body as Fields;
    void gone;
    return { ...answer, body };
  };
}

/** Changes the first of the devices. */
export function device(more: Fields): Plant {
  return on("GET /devices/1", having(more));
}

const OK = (operation: string): string => `${operation}/responses/200`;
export const STATUS: string = OK("/paths/~1status/get");
export const IN_STATUS: string = `${STATUS}/content/application~1json/schema`;
export const LABELS: string = OK("/paths/~1labels/get");
export const DEVICE = "/components/schemas/Device";
export const REFUSED = "/components/responses/Refused";

export const status: Pick<Planted, "operation" | "status"> = { operation: "getStatus", status: 200 };
export const one: Pick<Planted, "operation" | "status"> = { operation: "getDevice", status: 200 };
export const list: Pick<Planted, "operation" | "status"> = { operation: "listDevices", status: 200 };
