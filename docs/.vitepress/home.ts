import { readFileSync } from "node:fs";
import { join } from "node:path";

import { servicesOf } from "../../scripts/generate/specs.ts";
import { addressOf } from "./routes.ts";

/** What the home page shows above the README: the default theme's `layout: home`. */
export function homeOf(root: string): Readonly<Record<string, unknown>> {
  const { name, description } = manifestOf(root, ".");
  const features = servicesOf(root).map((service) => {
    const { name, description } = manifestOf(root, `packages/${service}`);
    const link = addressOf(`packages/${service}/docs/README.md`);
    return { title: name, details: description, link, linkText: "Reference" };
  });
  return {
    layout: "home",
    hero: {
      name,
      tagline: description,
      actions: [
        { theme: "brand", text: "Quick start", link: addressOf("docs/guides/quick-start.md") },
        { theme: "alt", text: "Guides", link: addressOf("docs/README.md") },
      ],
    },
    features,
  };
}

export interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly repository: { readonly url: string };
}

export function manifestOf(root: string, folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;
}
