import { randomBytes } from "node:crypto";

/** Random secrets, one for each use, and what has been said in which they must not turn up. */
export class Canaries {
  readonly #planted: string[] = [];

  plant(what: string): string {
    // Letters and digits alone, so that no encoding hides it, and in no dictionary.
    const secret = `canary${what.replace(/[^a-z0-9]/gi, "")}${randomBytes(12).toString("hex")}`;
    this.#planted.push(secret);
    return secret;
  }

  /** The secrets that a text holds, as they are or in one of the encodings that credentials are sent in. */
  in(text: string): string[] {
    return this.#planted.filter((secret) => spellings(secret).some((spelling) => text.includes(spelling)));
  }

  get planted(): readonly string[] {
    return this.#planted;
  }
}

/** Base64 depends on where in its triple a text begins; of each of the three, the part that is the same whatever surrounds it. */
function spellings(secret: string): string[] {
  const encoded = [0, 1, 2].map((before) => {
    const text = Buffer.from("-".repeat(before) + secret, "utf8")
      .toString("base64")
      .replace(/=+$/, "");
    return text.slice(before === 0 ? 0 : before + 1, -2);
  });
  return [secret, ...encoded];
}
