/** Bytes, gzipped. */
export const BUNDLE_LIMITS = { one: 4800, signIn: 5800, more: 600 } as const;

/** Type instantiations of 20 uses. */
export const TYPE_LIMITS = { awaited: 60, mixed: 600 } as const;
