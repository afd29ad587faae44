/** Code of the error about a proxy through which there is no way. */
export const noTunnel = "ERR_PROXY_TUNNEL";

/** Code of the error about a certificate that has none of the fingerprints asked for. */
export const fingerprintMismatch = "ERR_TLS_FINGERPRINT_MISMATCH";

const trust = "Trust it by ca or fingerprint256 of nodeFetch (@vendor-sdks/runtime/node)";
const untrusted = `its authority is not known here. ${trust}`;

const remedies: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: `it is self-signed. ${trust}`,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: "it has expired. Renew it on the server, and see that the clock here is right",
  CERT_NOT_YET_VALID: "it is not valid yet. See that the clocks here and on the server are right",
  ERR_TLS_CERT_ALTNAME_INVALID: "it is for another host. Use its name in the URL, or as servername of nodeFetch",
  [fingerprintMismatch]: "it is not the expected one. Where it was renewed, ask the operator for its fingerprint",
};

const clientCertificate = "certificate of nodeFetch (@vendor-sdks/runtime/node)";

// What a server says in an alert, whichever version of the protocol names it.
const alerts: readonly (readonly [RegExp, string])[] = [
  [
    /_ALERT_PROTOCOL_VERSION$|_UNSUPPORTED_PROTOCOL$/,
    "The server speaks no version of TLS that is allowed here; Node's begin at 1.2. Update the server",
  ],
  [/_ALERT_CERTIFICATE_REQUIRED$/, `The server asks for a client certificate. Give it as ${clientCertificate}`],
  [
    /_ALERT_HANDSHAKE_FAILURE$/,
    `The server ends the handshake. Where it asks for a client certificate, give it as ${clientCertificate}; else it has no protocol or cipher in common`,
  ],
  [
    /_ALERT_(?:UNKNOWN_CA|ACCESS_DENIED|[A-Z]+_CERTIFICATE|CERTIFICATE_[A-Z]+)$/,
    `The server does not accept the client certificate. See that its authority is known there, that it is in force, and ${clientCertificate}`,
  ],
];

/** Why a certificate does not hold and what to do about it, by the code of the error that a connection failed with, and its words. */
export function tlsRemedy(code: string, words?: unknown): string | undefined {
  // Of keys and signatures that are too short OpenSSL has words, and Node no code.
  if (typeof words === "string" && words.endsWith(" too weak"))
    return `The certificate does not hold: ${words}. Renew it on the server, or trust it by fingerprint256 of nodeFetch (@vendor-sdks/runtime/node)`;
  // Deno has words and no codes.
  if (typeof words === "string" && words.endsWith("invalid peer certificate: UnknownIssuer"))
    return "The certificate does not hold: its authority is not known here. Trust it by caCerts of Deno.createHttpClient";
  if (code === "ERR_SSL_WRONG_VERSION_NUMBER")
    return "The server does not speak TLS there: see the URL's scheme and port";
  if (Object.hasOwn(remedies, code)) return `The certificate does not hold: ${remedies[code]}`;
  return alerts.find(([name]) => name.test(code))?.[1];
}
