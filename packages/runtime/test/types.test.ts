import { describe, expectTypeOf, it } from "vitest";
import type {
  ApiError,
  ApiErrorGuard,
  Call,
  DeclaredErrorStatus,
  ErrorAt,
  ErrorOf,
  ErrorStatus,
  ErrorStatusExcept,
  Failure,
  Page,
  PagedCall,
  Success,
  SuccessStatus,
  Undeclared,
} from "../src/index.ts";

interface A {
  readonly a: string;
}
interface E {
  readonly e: string;
}
interface F {
  readonly f: string;
}
type Explicit = Success<200, A> | Failure<401, E> | Failure<404, F> | Undeclared;
type WithDefault = Success<201, A> | Failure<ErrorStatus, E> | Undeclared;
type Mixed = Success<204, undefined> | Failure<404, F> | Failure<ErrorStatusExcept<404>, E> | Undeclared;
type DefaultAlone = Success<SuccessStatus, A> | Failure<ErrorStatus, A> | Undeclared;

interface Results {
  explicit: Explicit;
  mixed: Mixed;
}

// These functions are compiled, not run: what they hold is what a user's program is told.
describe("a result narrows", () => {
  it("by ok", () => {
    void ((result: Explicit) => {
      if (result.ok) {
        expectTypeOf(result).toEqualTypeOf<Success<200, A>>();
        expectTypeOf(result.data).toEqualTypeOf<A>();
      } else {
        expectTypeOf(result.error).toEqualTypeOf<E | F | undefined>();
        expectTypeOf(result.text).toEqualTypeOf<string>();
      }
    });
  });

  it("by declared", () => {
    void ((result: Explicit) => {
      if (!result.ok && result.declared) expectTypeOf(result.error).toEqualTypeOf<E | F>();
      if (!result.ok && !result.declared) expectTypeOf(result.error).toEqualTypeOf<undefined>();
    });
  });

  it("by status, the undeclared answer remaining possible", () => {
    void ((result: Explicit) => {
      if (result.ok || result.status !== 404) return;
      expectTypeOf(result.error).toEqualTypeOf<F | undefined>();
      if (result.declared) expectTypeOf(result.error).toEqualTypeOf<F>();
    });
  });

  it("by status alone, where a default stands beside it", () => {
    void ((result: WithDefault) => {
      if (result.status === 201) expectTypeOf(result.data).toEqualTypeOf<A>();
      if (result.status === 418 && result.declared) expectTypeOf(result.error).toEqualTypeOf<E>();
    });
    void ((result: Mixed) => {
      if (result.ok || !result.declared) return;
      if (result.status === 404) expectTypeOf(result.error).toEqualTypeOf<F>();
      else expectTypeOf(result.error).toEqualTypeOf<E>();
    });
  });

  it("where only a default is declared", () => {
    void ((result: DefaultAlone) => {
      if (result.ok) expectTypeOf(result.data).toEqualTypeOf<A>();
      if (result.status === 299) expectTypeOf(result.ok).toEqualTypeOf<true>();
    });
  });
});

describe("statuses", () => {
  it("are literals of the hundreds they stand for", () => {
    expectTypeOf<200>().toExtend<SuccessStatus>();
    expectTypeOf<556>().toExtend<ErrorStatus>();
    expectTypeOf<304>().toExtend<ErrorStatus>();
    expectTypeOf<200>().not.toExtend<ErrorStatus>();
    expectTypeOf<600>().not.toExtend<ErrorStatus>();
    expectTypeOf<404>().not.toExtend<ErrorStatusExcept<404>>();
  });
});

describe("errors of an operation", () => {
  it("are a union over what is declared and what is not", () => {
    expectTypeOf<ErrorOf<Explicit>>().toEqualTypeOf<
      ApiError<401, E> | ApiError<404, F> | ApiError<ErrorStatus, undefined>
    >();
    expectTypeOf<DeclaredErrorStatus<Explicit>>().toEqualTypeOf<401 | 404>();
  });

  it("at a status have its body", () => {
    expectTypeOf<ErrorAt<Explicit, 404>>().toEqualTypeOf<ApiError<404, F>>();
    expectTypeOf<ErrorAt<Mixed, 404>>().toEqualTypeOf<ApiError<404, F>>();
    expectTypeOf<ErrorAt<Mixed, 503>>().toEqualTypeOf<ApiError<503, E>>();
    expectTypeOf<ErrorAt<Explicit, 503>>().toEqualTypeOf<never>();
  });

  it("are told by the guard, ever more closely", () => {
    void ((isApiError: ApiErrorGuard<Results>, error: unknown) => {
      if (isApiError(error)) expectTypeOf(error).toEqualTypeOf<ApiError>();
      if (isApiError(error, "explicit")) expectTypeOf(error.body).toEqualTypeOf<E | F | undefined>();
      if (isApiError(error, "explicit", 404)) expectTypeOf(error.body.f).toEqualTypeOf<string>();
      // @ts-expect-error: no such operation
      isApiError(error, "other");
      // @ts-expect-error: no such status
      isApiError(error, "explicit", 500);
    });
  });
});

describe("a call", () => {
  it("is a promise of its data", () => {
    expectTypeOf<Call<A, Explicit>>().toExtend<Promise<A>>();
    void (async (call: Call<A, Explicit>) => {
      expectTypeOf(await call).toEqualTypeOf<A>();
      expectTypeOf(await call.result()).toEqualTypeOf<Explicit>();
      expectTypeOf(await call.asResponse()).toEqualTypeOf<Response>();
      expectTypeOf(await call.withResponse()).toEqualTypeOf<{ data: A; response: Response }>();
      expectTypeOf(await Promise.all([call, call])).toEqualTypeOf<[A, A]>();
    });
  });

  it("that lists is looped over by item and by page", () => {
    void (async (call: PagedCall<E, A, Explicit>) => {
      for await (const item of call) expectTypeOf(item).toEqualTypeOf<E>();
      for await (const page of call.pages()) expectTypeOf(page).toEqualTypeOf<Page<E, A>>();
      expectTypeOf(await call).toEqualTypeOf<A>();
    });
    expectTypeOf<PagedCall<E, A, Explicit>>().toExtend<Call<A, Explicit>>();
    expectTypeOf<Page<E, A>["items"]>().toEqualTypeOf<readonly E[]>();
  });
});
