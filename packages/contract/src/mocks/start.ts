import { startMock, startProxy, type Mock, type MockReport, type OpenApiDocument } from "@vendor-sdks/mock-server";
import { readDocument } from "../openapi/spec.ts";
import { startRecorder, type Recorded } from "./recorder.ts";
import type { MockAddress, ProxyAddress } from "./shared-mock.ts";
import { startUpstream } from "./upstream.ts";

/** All servers that the contract tests of a package call. */
export interface Mocks {
  readonly mock: MockAddress;
  readonly proxy: ProxyAddress;
  /** What went wrong in them. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

export async function startMocks(file: URL): Promise<Mocks> {
  // A package's document is one file. What looks like a reference in its extensions names nothing that would have to be there.
  const document = readDocument(file) as OpenApiDocument;
  const faults: string[] = [];
  const onReport = ({ kind, message }: MockReport): void => {
    if (kind !== "simplified" && kind !== "example") faults.push(`${kind}: ${message}`);
  };
  const open: { close(): Promise<void> }[] = [];
  const addressOf = async (server: Pick<Mock, "origin" | "basePath">, requests: Recorded): Promise<MockAddress> => {
    const recorder = await startRecorder(requests);
    open.push(recorder);
    const { origin, basePath } = server;
    return { origin, basePath, baseUrl: origin + basePath, recorder: recorder.url };
  };
  const mock = await startMock(document, { onReport });
  const { basePath } = mock;
  const upstream = await startUpstream(basePath);
  const proxy = await startProxy(document, upstream.origin + basePath, { onReport });
  open.push(proxy, upstream, mock);
  return {
    mock: await addressOf(mock, mock.requests),
    proxy: {
      proxy: await addressOf(proxy, proxy.requests),
      upstream: await addressOf({ ...upstream, basePath }, upstream.requests),
      control: upstream.control,
    },
    faults,
    close: async () => void (await Promise.all(open.map((each) => each.close()))),
  };
}
