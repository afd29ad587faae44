import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { startMock } from "@vendor-sdks/mock-server";
import { root } from "../bin.ts";

export interface Mocks extends AsyncDisposable {
  /** `<VENDOR>_URL` for each, as the examples read it. */
  readonly addresses: Readonly<Record<string, string>>;
}

export async function startMocks(): Promise<Mocks> {
  const files = globSync("specs/*/openapi.yaml", { cwd: root });
  const mocks = await Promise.all(files.map(async (file) => ({ file, mock: await startMock(join(root, file)) })));
  return {
    addresses: Object.fromEntries(mocks.map(({ file, mock }) => [variable(basename(dirname(file))), mock.baseUrl])),
    async [Symbol.asyncDispose](): Promise<void> {
      await Promise.all(mocks.map(({ mock }) => mock.close()));
    },
  };
}

function variable(vendor: string): string {
  return `${vendor.toUpperCase().replaceAll("-", "_")}_URL`;
}
