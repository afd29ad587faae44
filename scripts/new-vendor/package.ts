import { print } from "../generate/emit/code.ts";
import type { Model } from "../generate/model/model.ts";
import { workspaceManifest } from "../generate/package/manifest.ts";
import { exampleCredentials, readme } from "../generate/package/readme.ts";
import { SOURCES } from "../generate/package/sources.ts";

/** What of a vendor's package is written once and from then on by hand: the text of each file by its path in the package. */
export function handWrittenFiles(model: Model): Map<string, string> {
  const { service, title } = model;
  const name = `@vendor-sdks/${service}`;
  return new Map([
    ["package.json", workspaceManifest({ name, service, version: "0.0.0", title })],
    ["tsconfig.json", TSCONFIG],
    ["turbo.json", turbo(service)],
    ["README.md", readme(name, model)],
    ...Object.entries(SOURCES),
    ["test/contract/contract.test.ts", suite("contractSuite", model)],
    ["test/faults/faults.test.ts", suite("faultSuite", model)],
    ["test/unit/validation.test.ts", validation(model)],
  ]);
}

export const TSCONFIG = `{
  "extends": "../../tsconfig.base.json",
  "include": ["src", "test", "*.config.ts"]
}
`;

export function turbo(service: string): string {
  return `{
  "extends": ["//"],
  "tasks": {
    // Not on the contract suite, which only its tests need.
    "build": { "dependsOn": ["@vendor-sdks/runtime#build"] },
    "test": { "inputs": ["$TURBO_DEFAULT$", "$TURBO_ROOT$/specs/${service}/**"] },
    "contract": { "inputs": ["$TURBO_DEFAULT$", "$TURBO_ROOT$/specs/${service}/**"] },
    "faults": { "inputs": ["$TURBO_DEFAULT$"] }
  }
}
`;
}

function suite(name: "contractSuite" | "faultSuite", { clientName }: Model): string {
  return `import { ${name} } from "@vendor-sdks/contract";
import { ${clientName}, isApiError } from "../../src/index.ts";

${name}({ folder: new URL("../../", import.meta.url), client: ${clientName}, isApiError });
`;
}

function validation({ clientName, kinds: [kind] }: Model): string {
  const credentials = print(kind === undefined ? {} : exampleCredentials(kind), 2, 16);
  return `import { validationSuite } from "@vendor-sdks/contract";
import { ${clientName} } from "../../src/index.ts";
import { validator } from "../../src/validation.ts";

validationSuite({
  folder: new URL("../../", import.meta.url),
  client: ${clientName},
  validator,
  credentials: ${credentials},
});
`;
}
