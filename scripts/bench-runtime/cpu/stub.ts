import type { Fetch, PlannedCall, Plan } from "./plan.ts";

/** `fetch` in memory: `full` makes a real Response for each call, `light` a bare object, so that the client's own work shows. */
export type StubMode = "full" | "light";

/** Answers both calls of a plan, told apart by their method, with their examples. */
export function stubFor({ get, post }: Plan, mode: StubMode): Fetch {
  const make = mode === "full" ? fullAnswer : lightAnswer;
  const [answerGet, answerPost] = [make(get), make(post)];
  return (input, init) => {
    const method = init?.method ?? (input instanceof Request ? input.method : "GET");
    return Promise.resolve(method === "POST" ? answerPost() : answerGet());
  };
}

const HEADERS = { "content-type": "application/json" };

function fullAnswer({ answer, code }: PlannedCall): () => Response {
  const text = JSON.stringify(answer);
  return () => new Response(text, { status: code, headers: HEADERS });
}

function lightAnswer({ answer, code }: PlannedCall): () => Response {
  const text = JSON.stringify(answer);
  const headers = new Headers(HEADERS);
  return () => {
    const bare = {
      ok: true,
      status: code,
      statusText: "",
      headers,
      url: "",
      type: "basic",
      redirected: false,
      body: true,
      bodyUsed: false,
      text: () => Promise.resolve(text),
      json: () => Promise.resolve(JSON.parse(text) as unknown),
      clone: () => bare,
    };
    return bare as unknown as Response;
  };
}
