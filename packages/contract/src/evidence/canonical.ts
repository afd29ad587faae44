/** Names of headers and of HTTP schemes do not tell capitals apart. */
export function canonicalScheme(text: string): string {
  return /^(apiKey header|http) /.test(text) ? text.replace(/\S+$/, (name) => name.toLowerCase()) : text;
}

export function canonicalMediaType(mediaType: string): string {
  return mediaType.toLowerCase().replace(/\s/g, "");
}

/** The style deepObject knows but one way of writing, whatever `explode` says. */
export function canonicalStyle(style: string, explode: boolean): string {
  return style === "deepObject" ? style : `${style} ${explode ? "repeated" : "comma"}`;
}

/** A sorted copy, by code units: the same in every locale. */
export function sorted(texts: readonly string[]): string[] {
  const copy = [...texts];
  copy.sort();
  return copy;
}
