import { join } from "node:path";
import { startMock } from "@vendor-sdks/mock-server";
import { root } from "../bin.ts";
import { servicesOf } from "../generate/specs.ts";

export interface Mocks extends AsyncDisposable {
  /** `<VENDOR>_URL` for each, as the examples read it. */
  readonly addresses: Readonly<Record<string, string>>;
}

export async function startMocks(): Promise<Mocks> {
  const mocks = await Promise.all(
    servicesOf(root).map(async (name) => ({
      name,
      mock: await startMock(join(root, "packages", name, "openapi.json")),
    })),
  );
  return {
    addresses: Object.fromEntries(mocks.map(({ name, mock }) => [variable(name), mock.baseUrl])),
    async [Symbol.asyncDispose](): Promise<void> {
      await Promise.all(mocks.map(({ mock }) => mock.close()));
    },
  };
}

function variable(vendor: string): string {
  return `${vendor.toUpperCase().replaceAll("-", "_")}_URL`;
}
