import { expect, test } from "vitest";
import { withoutIdentity } from "../../release/registry.ts";

test("a rehearsal in a workflow has neither its identity nor a token for the real registry", () => {
  const given = {
    PATH: "/bin",
    CI: "true",
    GITHUB_ACTIONS: "true",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "a",
    ACTIONS_ID_TOKEN_REQUEST_URL: "b",
    NPM_TOKEN: "c",
    NODE_AUTH_TOKEN: "d",
    NPM_CONFIG_USERCONFIG: "/home/me/.npmrc",
  };
  expect(withoutIdentity(given)).toEqual({ PATH: "/bin", NPM_CONFIG_USERCONFIG: "/home/me/.npmrc" });
});
