/// <reference types="node" />
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { mistake } from "./mistake.ts";
import type { Pem } from "./options.ts";

const certificateBlock =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;
const keyBlock = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\s\S]*?-----END (?:[A-Z]+ )*PRIVATE KEY-----/;

/** The certificates in a text or a file, in their order; `option` is what an error calls them. */
export function readCertificates(pem: Pem, option: string): X509Certificate[] {
  const bytes = read(pem, option);
  const blocks = bytes.toString("latin1").match(certificateBlock);
  try {
    if (blocks !== null) return blocks.map((block) => new X509Certificate(block));
    if (typeof pem !== "string") return [new X509Certificate(bytes)];
  } catch (cause) {
    const trouble =
      blocks === null ? "no certificate, neither in PEM nor in DER form" : "a certificate that is damaged";
    throw mistake(`${option} holds ${trouble}${place(pem)}.`, cause);
  }
  throw mistake(
    `${option} is a text without a certificate. Write the PEM text itself (-----BEGIN CERTIFICATE-----…), ` +
      `or ${option}: { file: "path/to/it.pem" }.`,
  );
}

export function readKey(pem: Pem, passphrase: string | undefined, option: string): KeyObject {
  const [key] = keyBlock.exec(read(pem, option).toString("latin1")) ?? [];
  if (key === undefined) {
    throw mistake(
      `${option} holds no private key${place(pem)}. Write its PEM text (-----BEGIN PRIVATE KEY-----…), ` +
        `or ${option}: { file: "path/to/it.pem" }.`,
    );
  }
  try {
    return createPrivateKey(passphrase === undefined ? key : { key, passphrase });
  } catch (cause) {
    const trouble = !key.includes("ENCRYPTED")
      ? "is damaged"
      : passphrase === undefined
        ? "is encrypted: write its passphrase beside it"
        : "is not opened by the passphrase, or is damaged";
    throw mistake(`${option} ${trouble}${place(pem)}.`, cause);
  }
}

function read(pem: Pem, option: string): Buffer {
  if (typeof pem === "string") return Buffer.from(pem);
  if (pem instanceof Uint8Array) return Buffer.from(pem);
  // Types would refuse anything else.
  if ((pem as Partial<typeof pem> | null | undefined)?.file === undefined) {
    throw mistake(`${option} is neither PEM text, nor its bytes, nor { file: "path/to/it.pem" }.`);
  }
  try {
    return readFileSync(pem.file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw mistake(`${option} cannot be read from the file ${pem.file} (${code ?? "unknown reason"}).`, cause);
  }
}

function place(pem: Pem): string {
  return typeof pem === "string" || pem instanceof Uint8Array ? "" : ` (in the file ${pem.file})`;
}
