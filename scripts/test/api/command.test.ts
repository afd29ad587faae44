import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect, onTestFinished, test } from "vitest";
import { runApi } from "../../api/command.ts";

const manifest = {
  name: "@acme/shop",
  version: "1.0.0",
  type: "module",
  exports: { ".": { types: "./dist/index.d.mts" }, "./package.json": "./package.json" },
};

const declarations = `import { type Thing, Core as Core$1 } from "./chunk-1a2b.mjs";
/** What it is called. */
declare function list(core: Core$1, /* how many */ limit?: number): Promise<Thing[]>;
declare const colour: "red" | "blue";
declare class Client {
  #private;
  close(): void;
}
export { type Thing as Ding, Client, colour, list };
`;

interface Repository {
  readonly put: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  readonly commit: () => void;
  readonly run: (
    ...argv: string[]
  ) => Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}

function repository(): Repository {
  const root = mkdtempSync(join(tmpdir(), "api-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const git = (...args: string[]): void => {
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: root, stdio: "pipe" });
  };
  const put: Repository["put"] = (file, text) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  put("package.json", JSON.stringify({ name: "root", private: true }));
  put("packages/shop/package.json", JSON.stringify(manifest));
  put("packages/shop/dist/index.d.mts", declarations);
  put(
    "packages/shop/dist/chunk-1a2b.d.mts",
    "interface Thing { id: string }\ninterface Core { url: string }\nexport { Thing, Core };\n",
  );
  put(".changeset/config.json", "{}");
  put("packages/tools/package.json", JSON.stringify({ name: "@acme/tools", private: true }));
  git("init", "--initial-branch=main");
  return {
    put,
    read: (file) => readFileSync(join(root, file), "utf8"),
    commit: () => {
      git("add", ".");
      git("commit", "--message", "as it is");
    },
    async run(...argv) {
      const said = { stdout: "", stderr: "" };
      const code = await runApi(argv, root, {
        stdout: { write: (text) => (said.stdout += text) },
        stderr: { write: (text) => (said.stderr += text) },
      });
      return { code, ...said };
    },
  };
}

const timeout = 30_000;

test(
  "every export is written down, by name, without comments and without what the build made of it",
  { timeout },
  async () => {
    const { read, run } = repository();
    expect(await run("--update")).toEqual({ code: 0, stdout: "wrote packages/shop/api.md\n", stderr: "" });
    expect(read("packages/shop/api.md")).toBe(`# What @acme/shop exports

Written by \`pnpm api:check --update\`: a change here is a change for users, and goes with a changeset.

## @acme/shop

\`\`\`ts
declare class Client {
    #private;
    close(): void;
}

// as Ding
interface Thing {
    id: string;
}

declare const colour: "red" | "blue";

declare function list(core: Core, limit?: number): Promise<Thing[]>;
\`\`\`
`);
  },
);

test("an export that is not what was reviewed is refused, and a reworded comment is not", { timeout }, async () => {
  const { commit, put, run } = repository();
  await run("--update");
  commit();
  put("packages/shop/dist/index.d.mts", declarations.replace("What it is called.", "Its name."));
  expect(await run()).toMatchObject({ code: 0, stderr: "" });
  put("packages/shop/dist/index.d.mts", declarations.replace(`"red" | "blue"`, `"red"`));
  const { code, stderr } = await run();
  expect(code).toBe(1);
  expect(stderr).toBe(
    "packages/shop/api.md: from line 18 on, the package exports something else. Run `pnpm api:check --update`, and review what it changes\n",
  );
});

test("a change of what is exported needs a changeset", { timeout }, async () => {
  const { commit, put, run } = repository();
  await run("--update");
  commit();
  put("packages/shop/dist/index.d.mts", declarations.replace(`"red" | "blue"`, `"red"`));
  await run("--update");
  const { code, stderr } = await run("--changesets");
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^packages\/shop\/api\.md: it has changed since [0-9a-f]{12}, and no changeset names @acme\/shop/,
  );
  put(".changeset/red.md", `---\n"@acme/shop": major\n---\n\nRed alone.\n`);
  expect(await run("--changesets")).toMatchObject({ code: 0, stderr: "" });
});

test("a package without a page is refused once it has been released", { timeout }, async () => {
  const { put, run } = repository();
  expect((await run()).stderr).toContain("from line 1 on, the package exports something else");
  put("packages/shop/package.json", JSON.stringify({ ...manifest, version: "0.0.0" }));
  expect(await run()).toMatchObject({ code: 0, stderr: "" });
});

test("a package that was not built is told of", { timeout }, async () => {
  const { put, run } = repository();
  put("packages/shop/dist/index.d.mts", "");
  await expect(run()).rejects.toThrow("index.d.mts exports nothing: build the package first");
});
