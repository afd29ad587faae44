import { expect, test } from "vitest";

import { catalogue } from "../../generate/diagnostics/catalogue.ts";
import { diagnosticsPage } from "../../generate/diagnostics/page.ts";

test("the page of codes is what the catalogue says; `vitest run test/diagnostics -u` writes it anew", async () => {
  await expect(diagnosticsPage()).toMatchFileSnapshot("../../../specs/DIAGNOSTICS.md");
});

test("each code has a sentence for what it is, for its cause and for what to do", () => {
  for (const [code, { title, cause, fix }] of Object.entries(catalogue)) {
    expect([code, title]).toEqual([code, expect.stringMatching(/^[A-Z`"$].*[^.]$/)]);
    expect([code, cause]).toEqual([code, expect.stringMatching(/^[A-Z`"$].*\.$/)]);
    expect([code, fix]).toEqual([code, expect.stringMatching(/^[A-Z`"$].*\.$/)]);
  }
});
