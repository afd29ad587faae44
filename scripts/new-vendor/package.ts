import { print } from "../generate/emit/code.ts";
import { objectAt } from "../generate/load/json.ts";
import type { Kind, Model } from "../generate/model/model.ts";
import { workspaceManifest } from "../generate/package/manifest.ts";
import { exampleCredentials } from "../generate/emit/example.ts";
import { readme } from "../generate/package/readme.ts";
import { SOURCES } from "../generate/package/sources.ts";

/** What of a vendor's package is written once and from then on by hand: the text of each file by its path in the package. */
export function handWrittenFiles(model: Model, sections: ReadonlyMap<string, string>): Map<string, string> {
  const { service, title } = model;
  const name = `@vendor-sdks/${service}`;
  return new Map([
    ["package.json", workspaceManifest({ name, service, version: "0.0.0", title }, { faults: false })],
    ["tsconfig.json", TSCONFIG],
    ["turbo.json", turbo(service)],
    ["README.md", readme(name, model, sections)],
    ...Object.entries(SOURCES),
    ["vitest.config.ts", CONFIG],
    ...contract(model),
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

const CONFIG = 'export { vendorConfig as default } from "@vendor-sdks/contract/config";\n';

/** The contract tests lie in several files, so that they can be shared out. */
function contract({ clientName }: Model): [file: string, text: string][] {
  const parts = ["answers", "proxy", "variants", "requests", "canaries", "properties", "sign-in"].map(
    (part): [string, string] => [
      `test/contract/${part}.test.ts`,
      `import { contractSuite } from "@vendor-sdks/contract";
import { vendor } from "./vendor.ts";

contractSuite(vendor, "${part}");
`,
    ],
  );
  const vendor = `import type { ContractSuiteOptions } from "@vendor-sdks/contract";
import { ${clientName}, isApiError } from "../../src/index.ts";

export const vendor: ContractSuiteOptions = { folder: new URL("../../", import.meta.url), client: ${clientName}, isApiError };
`;
  return [["test/contract/vendor.ts", vendor], ...parts];
}

function validation(model: Model): string {
  const { clientName } = model;
  const kind = plainestKind(model);
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

/** The kind that lets into most operations, if possible without a request of its own. */
function plainestKind({ kinds, groups }: Model): Kind | undefined {
  const needs = groups.flatMap(({ operations }) => operations.flatMap(({ security }) => (security ? [security] : [])));
  const reach = ({ plan }: Kind): number => {
    const fed = objectAt(plan, "authorize");
    return needs.filter((security) =>
      security.some((alternative) => Object.keys(alternative).every((scheme) => Object.hasOwn(fed, scheme))),
    ).length;
  };
  const signsIn = ({ plan }: Kind): number => Number(Object.hasOwn(plan, "login"));
  return kinds.toSorted((a, b) => signsIn(a) - signsIn(b) || reach(b) - reach(a))[0];
}
