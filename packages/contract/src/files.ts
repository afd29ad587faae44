import { fileURLToPath } from "node:url";

/** Where the files of a package lie that the suite needs. */
export interface PackageFiles {
  /** The bundled spec that the package ships. */
  readonly document: URL;
  /** The spec as it was written. */
  readonly spec: string;
  readonly evidence: string;
  /** Where each run leaves what it has tried. */
  readonly parts: URL;
  /** What requests made from schemas cannot look at. */
  readonly propertiesReport: URL;
  /** What was planted, and what cannot be seen even so. */
  readonly canaries: URL;
}

export function filesOf(folder: URL, service: string): PackageFiles {
  const specs = new URL(`../../specs/${service}/`, folder);
  return {
    document: new URL("openapi.json", folder),
    spec: fileURLToPath(new URL("openapi.yaml", specs)),
    evidence: fileURLToPath(new URL("evidence.yaml", specs)),
    parts: new URL("reports/contract/", folder),
    propertiesReport: new URL("reports/properties.json", folder),
    canaries: new URL("reports/canaries.json", folder),
  };
}
