import type { Fault } from "./fault.ts";
import { aborts } from "./rows/aborts.ts";
import { bodies } from "./rows/bodies.ts";
import { closing } from "./rows/closing.ts";
import { connection } from "./rows/connection.ts";
import { headers } from "./rows/headers.ts";
import { limits } from "./rows/limits.ts";
import { paths } from "./rows/paths.ts";
import { proxies } from "./rows/proxies.ts";
import { redirects } from "./rows/redirects.ts";
import { signIn } from "./rows/sign-in.ts";
import { tls } from "./rows/tls.ts";

/** The table: every row, by what it is about. */
export const themes: Readonly<Record<string, readonly Fault[]>> = {
  "the connection": connection,
  "what is in an answer": bodies,
  "limits and repetition": limits,
  "signing in": signIn,
  redirects,
  aborts,
  "closing a client": closing,
  certificates: tls,
  "a proxy in between": proxies,
  "what is in a path or a query": paths,
  "what is in a header": headers,
};
