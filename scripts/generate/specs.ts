import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What the spec of a service may be called, in its folder below `specs`. */
const SPEC_NAMES = ["openapi.yaml", "openapi.yml", "openapi.json"];

/** The spec of a service from the repository's root, with slashes; undefined if the service has none. */
export function specOf(root: string, service: string): string | undefined {
  return SPEC_NAMES.map((name) => `specs/${service}/${name}`).find((file) => existsSync(join(root, file)));
}

/** Every folder with a spec is a service. */
export function servicesOf(root: string): string[] {
  const folder = join(root, "specs");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => specOf(root, name) !== undefined)
    .toSorted();
}

/** Services whose spec is written here, with evidence beside it. The others have a document of the vendor's, which is taken as it is. */
export function handWrittenOf(root: string): string[] {
  return servicesOf(root).filter((service) => existsSync(join(root, "specs", service, "evidence.yaml")));
}
