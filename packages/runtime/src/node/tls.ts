/// <reference types="node" />
import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import * as tls from "node:tls";
import { readFingerprints } from "./fingerprint.ts";
import { mistake } from "./mistake.ts";
import type { ClientCertificate, NodeFetchOptions, Pem } from "./options.ts";
import { readCertificates, readKey } from "./pem.ts";

export interface Trust {
  readonly secureContext: tls.SecureContext;
  readonly rejectUnauthorized: boolean;
}

/** What the options say about certificates, read and checked. */
export interface TlsSettings {
  /** For connections to the server. */
  readonly server: Trust;
  /** For the connection to a proxy: the same authorities, nothing else. */
  readonly proxy: Trust;
  /** One of these the server's certificate has to have, whatever else holds. */
  readonly fingerprints: ReadonlySet<string> | undefined;
  readonly servername: string | undefined;
}

export function readTls(options: NodeFetchOptions): TlsSettings {
  const { ca, certificate, insecure, servername } = options;
  const fingerprints = readFingerprints(options.fingerprint256);
  if (insecure === true && (ca !== undefined || fingerprints !== undefined)) {
    throw mistake("insecure accepts every certificate, so ca and fingerprint256 mean nothing beside it. Leave it out.");
  }
  if (servername !== undefined && (servername === "" || isIP(servername) !== 0)) {
    throw mistake(`servername is "${servername}". Write the host name that the server's certificate is for.`);
  }
  // A context of its own, since Node would read all the authorities again for every connection.
  const authorities = ca === undefined ? {} : authoritiesWith(ca);
  const proxy = tls.createSecureContext(authorities);
  const server =
    certificate === undefined ? proxy : tls.createSecureContext({ ...authorities, ...identity(certificate) });
  const pinned = fingerprints !== undefined && ca === undefined;
  return {
    // Said in so many words, or NODE_TLS_REJECT_UNAUTHORIZED would have its say.
    server: { secureContext: server, rejectUnauthorized: insecure !== true && !pinned },
    proxy: { secureContext: proxy, rejectUnauthorized: true },
    fingerprints,
    servername,
  };
}

function authoritiesWith(ca: Pem | readonly Pem[]): tls.SecureContextOptions {
  const list = isList(ca) ? ca : [ca];
  if (list.length === 0) throw mistake("ca is an empty list. Write a certificate, or leave it out.");
  const own = list.flatMap((pem) => readCertificates(pem, "ca"));
  // An intermediate certificate is trusted as such, since somebody said so; OpenSSL would ask for its issuer too.
  return { ca: [...defaultAuthorities(), ...own.map(String)], allowPartialTrustChain: true };
}

/** `Array.isArray` would make `any` of a list that is read-only. */
function isList(ca: Pem | readonly Pem[]): ca is readonly Pem[] {
  return Array.isArray(ca);
}

/** Node's own authorities; before 22.15 it does not tell which ones were added to the bundled ones. */
function defaultAuthorities(): readonly string[] {
  const { getCACertificates } = tls as Partial<Pick<typeof tls, "getCACertificates">>;
  return getCACertificates?.("default") ?? tls.rootCertificates;
}

function identity({ cert, key, passphrase }: ClientCertificate): tls.SecureContextOptions {
  const chain = readCertificates(cert, "certificate.cert");
  const privateKey = readKey(key, passphrase, "certificate.key");
  const [own] = chain as [X509Certificate];
  if (!own.checkPrivateKey(privateKey)) {
    throw mistake("certificate.key is not the key of the first certificate in certificate.cert.");
  }
  return { cert: chain.join(""), key: privateKey.export({ type: "pkcs8", format: "pem" }) };
}
