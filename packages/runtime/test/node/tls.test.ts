/// <reference types="node" />
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { X509Certificate } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { type Issued, issue } from "@vendor-sdks/certificates";
import { tlsRemedy } from "../../src/tls-remedy.ts";
import { failureOf, fetching, textOf } from "./support/fetching.ts";
import { muteServer, tlsServer } from "./support/servers.ts";

const loopback = "127.0.0.1";
const selfSigned = issue({ name: "appliance", hosts: [loopback] });
const authority = issue({ name: "Works CA", authority: true });
const signed = issue({ name: "appliance", hosts: [loopback], issuer: authority });
const expired = issue({ name: "old", hosts: [loopback], issuer: authority, until: new Date(Date.now() - 3_600_000) });
const elsewhere = issue({ name: "elsewhere", hosts: ["appliance.test"], issuer: authority });

function fileWith(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "node-fetch-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "certificate");
  writeFileSync(file, content);
  return file;
}

test("a self-signed certificate is refused unless told otherwise", async () => {
  const server = await tlsServer(selfSigned);
  expect(await failureOf(fetching(), server.url)).toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  expect(server.log).toEqual([]);
});

test("a certificate of an unknown authority is refused", async () => {
  const { url } = await tlsServer(signed);
  expect(await failureOf(fetching(), url)).toMatchObject({ code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" });
});

test("a self-signed certificate is accepted as its own authority", async () => {
  const { url } = await tlsServer(selfSigned);
  expect(await textOf(fetching({ ca: selfSigned.cert }), url)).toBe("hello ");
});

test("an authority is read from a PEM file", async () => {
  const { url } = await tlsServer(signed);
  expect(await textOf(fetching({ ca: { file: fileWith(`Works CA\n${authority.cert}`) } }), url)).toBe("hello ");
});

test("an authority is read from a DER file", async () => {
  const { url } = await tlsServer(signed);
  const file = fileWith(new X509Certificate(authority.cert).raw);
  expect(await textOf(fetching({ ca: { file } }), url)).toBe("hello ");
});

test("an authority is taken as the bytes of a file, in PEM and in DER form", async () => {
  const { url } = await tlsServer(signed);
  const { raw } = new X509Certificate(authority.cert);
  for (const ca of [Buffer.from(authority.cert), [raw]]) expect(await textOf(fetching({ ca }), url)).toBe("hello ");
});

test("several authorities in a list and in one text are all trusted", async () => {
  const other = issue({ name: "Other CA", authority: true });
  const third = issue({ name: "Third CA", authority: true });
  const fetch = fetching({ ca: [third.cert + other.cert, authority.cert] });
  for (const issuer of [other, third, authority]) {
    const { url } = await tlsServer(issue({ name: "appliance", hosts: [loopback], issuer }));
    expect(await textOf(fetch, url)).toBe("hello ");
  }
});

test("an intermediate certificate is trusted without the root above it", async () => {
  const intermediate = issue({ name: "Plant CA", authority: true, issuer: authority });
  const { url } = await tlsServer(issue({ name: "appliance", hosts: [loopback], issuer: intermediate }));
  expect(await textOf(fetching({ ca: intermediate.cert }), url)).toBe("hello ");
});

test("an expired certificate is refused with that reason", async () => {
  const { url } = await tlsServer(expired);
  expect(await failureOf(fetching({ ca: authority.cert }), url)).toMatchObject({ code: "CERT_HAS_EXPIRED" });
});

test("a certificate for another host is refused with that reason", async () => {
  const { url } = await tlsServer(elsewhere);
  const failure = await failureOf(fetching({ ca: authority.cert }), url);
  expect(failure).toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
  expect(failure.message).toContain(loopback);
});

test("the certificate's own name is asked for with servername", async () => {
  const { url } = await tlsServer(elsewhere);
  const right = fetching({ ca: authority.cert, servername: "appliance.test" });
  expect(await textOf(right, url)).toBe("hello ");
  const wrong = fetching({ ca: authority.cert, servername: "another.test" });
  expect(await failureOf(wrong, url)).toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
});

test.each<[string, Issued]>([
  ["self-signed", selfSigned],
  ["expired", expired],
  ["for another host", elsewhere],
])("a fingerprint alone makes a certificate good that is %s", async (_, certificate) => {
  const { url } = await tlsServer(certificate);
  expect(await textOf(fetching({ fingerprint256: certificate.fingerprint }), url)).toBe("hello ");
});

test("a fingerprint is taken without colons, in small letters, and among others", async () => {
  const { url } = await tlsServer(selfSigned);
  const bare = selfSigned.fingerprint.replaceAll(":", "").toLowerCase();
  expect(await textOf(fetching({ fingerprint256: ["0".repeat(64), bare] }), url)).toBe("hello ");
});

test("a certificate with another fingerprint is refused before anything is sent", async () => {
  const server = await tlsServer(selfSigned);
  const failure = await failureOf(fetching({ fingerprint256: signed.fingerprint }), server.url);
  expect(failure).toMatchObject({ code: "ERR_TLS_FINGERPRINT_MISMATCH" });
  expect(failure.message).toContain(selfSigned.fingerprint);
  expect(server.log).toEqual([]);
});

test("a fingerprint is checked on every connection", async () => {
  const server = await tlsServer(selfSigned);
  const right = fetching({ fingerprint256: selfSigned.fingerprint, keepAlive: 0 });
  const wrong = fetching({ fingerprint256: signed.fingerprint, keepAlive: 0 });
  for (let round = 0; round < 3; round++) {
    expect(await textOf(right, server.url)).toBe("hello ");
    expect(await failureOf(wrong, server.url)).toMatchObject({ code: "ERR_TLS_FINGERPRINT_MISMATCH" });
  }
  expect(server.log).toHaveLength(3);
});

test("beside ca, a fingerprint has to hold as well", async () => {
  const good = await tlsServer(signed);
  const late = await tlsServer(expired);
  const both = fetching({ ca: authority.cert, fingerprint256: [signed.fingerprint, expired.fingerprint] });
  expect(await textOf(both, good.url)).toBe("hello ");
  expect(await failureOf(both, late.url)).toMatchObject({ code: "CERT_HAS_EXPIRED" });
  const other = fetching({ ca: authority.cert, fingerprint256: selfSigned.fingerprint });
  expect(await failureOf(other, good.url)).toMatchObject({ code: "ERR_TLS_FINGERPRINT_MISMATCH" });
});

test("a client certificate reaches the server that asks for it", async () => {
  const options = { requestCert: true, rejectUnauthorized: true, ca: authority.cert };
  const server = await tlsServer(signed, options);
  const own = issue({ name: "robot", issuer: authority });
  const ca = authority.cert;
  expect(await textOf(fetching({ ca, certificate: own }), server.url)).toBe("hello robot");
  expect(server.log).toHaveLength(1);
});

test.each(["TLSv1.2", "TLSv1.3"] as const)(
  "a client certificate that is missing is told as such in %s",
  async (version) => {
    const options = { requestCert: true, rejectUnauthorized: true, ca: authority.cert, maxVersion: version };
    const server = await tlsServer(signed, options);
    const { code = "" } = await failureOf(fetching({ ca: authority.cert }), server.url);
    expect(tlsRemedy(code)).toContain("certificate of nodeFetch");
    expect(server.log).toEqual([]);
  },
);

test("certificate and encrypted key may come from one file", async () => {
  const options = { requestCert: true, rejectUnauthorized: true, ca: authority.cert };
  const { url } = await tlsServer(signed, options);
  const { cert, privateKey } = issue({ name: "robot", issuer: authority });
  const key = privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "open sesame" });
  const file = { file: fileWith(cert + String(key)) };
  const fetch = fetching({ ca: authority.cert, certificate: { cert: file, key: file, passphrase: "open sesame" } });
  expect(await textOf(fetch, url)).toBe("hello robot");
});

test("a server that keeps silent during the handshake is given up after connectTimeout", async () => {
  const { url } = await muteServer();
  const failure = await failureOf(fetching({ connectTimeout: 20 }), url);
  expect(failure).toMatchObject({ code: "UND_ERR_CONNECT_TIMEOUT" });
});
