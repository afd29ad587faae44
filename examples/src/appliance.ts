/** Where a mock of the API listens: `pnpm mock` prints the addresses, the rehearsal of a release passes them on. */
export function baseUrlOf(vendor: string): string {
  const name = `${vendor.toUpperCase().replaceAll("-", "_")}_URL`;
  const baseUrl = process.env[name];
  if (baseUrl === undefined) throw new Error(`${name} is not set: start \`pnpm mock\` and take the address from there`);
  return baseUrl;
}
