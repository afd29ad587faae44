import { expect, test, vi } from "vitest";
import { root } from "../../bin.ts";
import { handWrittenOf } from "../../generate/specs.ts";
import { readVendor, vendorNames } from "../../mock/vendor.ts";
import { childrenOf, isAlive, run } from "../mock/run.ts";

const names = vendorNames();
const ours = handWrittenOf(root);
const WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six"];

test(
  "the tour signs in to every vendor, walks through its sessions, and leaves nothing behind",
  { timeout: 60_000 },
  async () => {
    const tour = run("tour.ts");
    await vi.waitUntil(() => childrenOf(tour.process.pid).length === names.length, { timeout: 30_000, interval: 20 });
    const children = childrenOf(tour.process.pid);
    expect(await tour.ended).toEqual({ code: 0, signal: null });
    expect(tour.stderr()).toBe("");
    expect(children.filter(isAlive)).toEqual([]);

    const text = tour.stdout();
    expect(text.endsWith(`\n${WORDS[names.length]} vendors signed in: ${names.join(", ")}\n`)).toBe(true);
    expect(text).not.toContain("\u001B"); // no colours in a pipe
    const walks = text.split("\n\n").slice(1, -1);
    expect(walks).toHaveLength(names.length);
    for (const [index, name] of names.entries()) {
      const [heading = "", ...lines] = walks[index]?.split("\n") ?? [];
      expect(heading).toMatch(new RegExp(`^${name}  ${readVendor(name).client} at http://127\\.0\\.0\\.1:\\d+/`));
      expect(lines.at(0)).toMatch(/^ {2}signIn\(\) /);
      expect(lines.some((line) => line.startsWith("  close()"))).toBe(true);
      if (!ours.includes(name)) continue;
      expect(lines.at(0)).toMatch(/^ {2}signIn\(\) {2}by \w+: .*\*{8}/);
      expect(lines.some((line) => /^ {2}\w*[sS]ession\w*\.\w+\(/.test(line))).toBe(true);
      expect(lines.filter((line) => /^ {4}[A-Z]+ +\/\S+ +2\d\d {2}\S/.test(line)).length).toBeGreaterThan(1);
    }
  },
);
