/// <reference types="node" />
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { fingerprintMismatch } from "../tls-remedy.ts";
import { mistake } from "./mistake.ts";

/** The accepted fingerprints as bare hex digits, or undefined where none are given. */
export function readFingerprints(given: string | readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (given === undefined) return undefined;
  const list = typeof given === "string" ? [given] : given;
  if (list.length === 0) throw mistake("fingerprint256 is an empty list. Write a fingerprint, or leave it out.");
  return new Set(list.map(normalize));
}

function normalize(fingerprint: string): string {
  const digits = fingerprint.replaceAll(":", "").toUpperCase();
  if (/^[0-9A-F]{64}$/.test(digits)) return digits;
  throw mistake(
    `fingerprint256 "${fingerprint}" is not a SHA-256 fingerprint. Write its 64 hex digits, colons or not, as ` +
      `openssl x509 -in certificate.pem -noout -fingerprint -sha256 prints them after the "=".`,
  );
}

/** What speaks against a connection whose certificate has to have one of these fingerprints. */
export function mismatch(socket: Socket, accepted: ReadonlySet<string>): Error | undefined {
  const actual = socket instanceof TLSSocket ? socket.getPeerX509Certificate()?.fingerprint256 : undefined;
  if (actual !== undefined && accepted.has(actual.replaceAll(":", ""))) return undefined;
  const error = new Error(`the server's certificate has the fingerprint ${actual ?? "unknown"}, which is not expected`);
  return Object.assign(error, { code: fingerprintMismatch });
}
