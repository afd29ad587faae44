import { expect, test } from "vitest";
import type { ThirdParty } from "../../notices/collect.ts";
import { runNotices } from "../../notices/command.ts";
import { notices } from "../../notices/render.ts";
import { folderWith, snapshot } from "../support/folder.ts";

const MIT: ThirdParty = { name: "small", versions: ["1.0.0"], licence: "MIT", source: undefined, texts: ["Be kind."] };
const PAGE = "packages/shop/THIRD-PARTY-NOTICES.md";

async function run(argv: readonly string[], parties: readonly ThirdParty[], page?: string) {
  const root = folderWith({
    "packages/shop/package.json": JSON.stringify({ name: "@x/shop", version: "1.0.0" }),
    "packages/inside/package.json": JSON.stringify({ name: "@x/inside", private: true }),
    ...(page === undefined ? {} : { [PAGE]: page }),
  });
  const said: string[] = [];
  const sink = { write: (text: string) => said.push(text) };
  const code = await runNotices(argv, root, { stdout: sink, stderr: sink }, () => Promise.resolve(parties));
  return { code, said: said.join(""), files: snapshot(root) };
}

test("a page that names what is installed passes", async () => {
  expect(await run([], [MIT], notices("@x/shop", [MIT]))).toMatchObject({ code: 0 });
});

test("a package whose licence nobody has named is found, and told what to do", async () => {
  const { code, said } = await run([], [MIT, { ...MIT, name: "newcomer" }], notices("@x/shop", [MIT]));
  expect(code).toBe(1);
  expect(said).toContain(`${PAGE} is not what is installed with the package. Run \`pnpm notices --update\``);
});

test("the page is written for published packages alone, with each text once", async () => {
  const { code, files } = await run(["--update"], [MIT, { ...MIT, name: "other" }]);
  expect(code).toBe(0);
  expect(files[PAGE]?.match(/Be kind\./g)).toHaveLength(1);
  expect(files[PAGE]).toContain("## small, other");
  expect(Object.keys(files)).not.toContain("packages/inside/THIRD-PARTY-NOTICES.md");
});

test.each(["GPL-3.0-only", "MIT AND AGPL-3.0", "UNLICENSED", "Unknown"])(
  "the licence %s is for people to decide on, and refused even where the page names it",
  async (licence) => {
    const party = { ...MIT, licence };
    const { code, said } = await run([], [party], notices("@x/shop", [party]));
    expect(code).toBe(1);
    expect(said).toContain(`@x/shop: small 1.0.0 is under ${licence}`);
  },
);

test("of a choice of licences one that is allowed is enough", async () => {
  const party = { ...MIT, licence: "(MIT OR GPL-3.0)" };
  expect(await run([], [party], notices("@x/shop", [party]))).toMatchObject({ code: 0 });
});

test("a licence text with a fence of its own stays in its block", () => {
  expect(notices("@x/shop", [{ ...MIT, texts: ["```\nnot code"] }])).toContain("````text\n```\nnot code\n````");
});
