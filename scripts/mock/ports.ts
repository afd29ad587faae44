const FIRST_PORT = 4010;

/** The port of a service's mock, the same whichever others are started beside it, so that pages can name it. */
export function portOf(service: string, services: readonly string[]): number {
  return FIRST_PORT + services.indexOf(service);
}
