/** Whether a 401 is about the session; where a header that tells says something else, it is about rights. */
export type Expired = (response: Response) => boolean;

/** A header tells that says one of these texts, or that is not there. */
export function expiredBy(header: string, contains: readonly string[]): Expired {
  return ({ headers }) => {
    const value = headers.get(header);
    return !value || contains.some((text) => value.includes(text));
  };
}
