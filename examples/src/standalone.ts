// Operations without the client class: a bundle holds what it calls, and no more.
import { createCore, createSession, deleteSession, passwordSignIn } from "@vendor-sdks/rubrik/operations";
import { baseUrlOf } from "./appliance.ts";

export async function standalone(): Promise<string> {
  const core = createCore({
    baseUrl: baseUrlOf("rubrik"),
    signIn: passwordSignIn({ username: "ops", password: "a password" }),
  });
  const { token } = await createSession(core);
  await deleteSession(core, { id: "me" });
  await core.close();
  return `session with a token of ${token.length} characters, ended`;
}
