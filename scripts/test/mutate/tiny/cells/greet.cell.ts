import { expect, it } from "vitest";
import { greet, leave } from "../src/greet.ts";

it("greets by name", () => expect(greet("Ann")).toBe("Hello, Ann"));
it("greets nobody", () => expect(greet("")).toBe("Hello"));
it("leaves", () => expect(leave()).toHaveLength(3));
