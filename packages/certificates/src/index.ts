/// <reference types="node" />
import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from "node:crypto";

// Certificates are made anew in every run, so that no private key lies in the repository and none can expire there.
// X.509 in DER is little more than nested lists; the few kinds of values that these certificates need are below.

export interface Issued {
  /** PEM text. */
  readonly cert: string;
  /** PEM text. */
  readonly key: string;
  readonly fingerprint: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

export interface Wanted {
  readonly name: string;
  /** Host names and IPv4 addresses that it is for. */
  readonly hosts?: readonly string[];
  /** Who signs it; without one it is self-signed. */
  readonly issuer?: Issued;
  /** Whether it may sign others. */
  readonly authority?: boolean;
  readonly from?: Date;
  readonly until?: Date;
}

const day = 86_400_000;

export function issue({ name, hosts = [], issuer, authority = false, from, until }: Wanted): Issued {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const signer = issuer ?? { name, privateKey };
  const algorithm = list(oid("1.2.840.10045.4.3.2")); // ecdsa-with-SHA256
  const extensions = [
    ...(hosts.length > 0 ? [list(oid("2.5.29.17"), octets(list(...hosts.map(hostName))))] : []),
    ...(authority ? [list(oid("2.5.29.19"), yes, octets(list(yes)))] : []),
  ];
  const content = list(
    tagged(0xa0, tagged(0x02, Buffer.of(2))), // version 3
    tagged(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])), // serial number
    algorithm,
    commonName(signer.name),
    list(time(from ?? new Date(Date.now() - day)), time(until ?? new Date(Date.now() + day))),
    commonName(name),
    publicKey.export({ type: "spki", format: "der" }),
    ...(extensions.length > 0 ? [tagged(0xa3, list(...extensions))] : []),
  );
  const signature = sign("sha256", content, signer.privateKey);
  const certificate = new X509Certificate(list(content, algorithm, tagged(0x03, Buffer.of(0), signature)));
  return {
    cert: certificate.toString(),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    fingerprint: certificate.fingerprint256,
    name,
    privateKey,
  };
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

const list = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);
const octets = (content: Buffer): Buffer => tagged(0x04, content);
const yes = tagged(0x01, Buffer.of(255));

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return tagged(0x06, Buffer.from([40 * first + second, ...rest.flatMap(base128)]));
}

/** Seven bits a byte, all but the last one marked. */
function base128(value: number): number[] {
  const bytes = [value & 127];
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 127) | 128);
  return bytes;
}

function commonName(name: string): Buffer {
  return list(tagged(0x31, list(oid("2.5.4.3"), tagged(0x0c, Buffer.from(name)))));
}

function time(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/\D/g, "");
  return tagged(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}

function hostName(host: string): Buffer {
  const address = /^[\d.]+$/.test(host);
  return address ? tagged(0x87, Buffer.from(host.split(".").map(Number))) : tagged(0x82, Buffer.from(host));
}
