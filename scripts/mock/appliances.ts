import { startMockProcess, type Mock, type MockReport } from "@vendor-sdks/mock-server";
import { own } from "../generate/load/json.ts";
import type { Vendor } from "./vendor.ts";

export interface Appliance {
  readonly vendor: Vendor;
  readonly mock: Mock;
}

/** Starts a mock of each service, on the given ports or on free ones. Either all of them run afterwards, or none. */
export async function startAppliances(vendors: readonly Vendor[], ports: readonly number[] = []): Promise<Appliance[]> {
  const outcomes = await Promise.allSettled(
    vendors.map(async (vendor, index): Promise<Appliance> => {
      const port = ports[index] ?? 0;
      const onReport = (report: MockReport): void => tell(vendor, report);
      try {
        return { vendor, mock: await startMockProcess(vendor.document, { port, onReport }) };
      } catch (error) {
        throw explain(error, vendor, port);
      }
    }),
  );
  const started = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as Error] : []));
  if (failures.length === 0) return started;
  await stopAppliances(started);
  throw new Error(failures.map(({ message }) => message).join("\n"), { cause: failures[0] });
}

export async function stopAppliances(appliances: readonly Appliance[]): Promise<void> {
  await Promise.all(appliances.map(({ mock }) => mock.close()));
}

function tell({ name }: Vendor, { kind, message }: MockReport): void {
  process.stderr.write(`${name}: ${kind}: ${message}\n`);
}

function explain(error: unknown, { name }: Vendor, port: number): Error {
  const code = own(error, "code");
  const remedy = "Take another with --port N, or free ones with --port 0.";
  if (code === "EADDRINUSE") return new Error(`Port ${port}, for ${name}, is taken. ${remedy}`, { cause: error });
  if (code === "EACCES") return new Error(`Port ${port}, for ${name}, may not be used. ${remedy}`, { cause: error });
  return new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}
