import { mediaTypeOf } from "../media-type.ts";
import { observed } from "../observed.ts";
import type { Extra } from "../observer.ts";

/** Makes the option `validator` work: `createCore({ host, extras: [validation], validator })`. */
export const validation: Extra = (_, { validator }) => ({
  answered: observed,
  validate:
    validator &&
    (async ({ core, operation, args }, response, data) => {
      if (response === undefined) await validator.request?.(operation.id, args, operation);
      else {
        const warn = (message: string, error: unknown): void => core.observer.warn?.(message, error);
        await validator.response?.(operation.id, response.status, mediaTypeOf(response), data, warn, operation);
      }
    }),
});
