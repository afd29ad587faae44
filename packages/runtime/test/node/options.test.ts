/// <reference types="node" />
import { expect, test } from "vitest";
import { issue } from "@vendor-sdks/certificates";
import { complaintAbout } from "./support/fetching.ts";

const authority = issue({ name: "Works CA", authority: true });
const other = issue({ name: "Other", authority: true });
const digits = "0".repeat(64);

test("a file that cannot be read is named with the reason", () => {
  const complaint = complaintAbout({ ca: { file: "/no/such/ca.pem" } });
  expect(complaint).toContain("ca cannot be read from the file /no/such/ca.pem (ENOENT)");
});

test("a path given as a text is told from a certificate, and what to write is said", () => {
  expect(complaintAbout({ ca: "appliance-ca.pem" })).toContain('ca: { file: "path/to/it.pem" }');
});

test("a file without a certificate is refused", () => {
  expect(complaintAbout({ ca: { file: `${import.meta.dirname}/support/servers.ts` } })).toContain(
    "ca holds no certificate, neither in PEM",
  );
});

test.each([null, 5, {}, [{}]])("%j is not taken for certificates, and what to write is said", (ca) => {
  expect(complaintAbout({ ca: ca as unknown as string })).toContain(
    "ca is neither PEM text, nor its bytes, nor { file",
  );
});

test("a damaged certificate is refused", () => {
  const ca = "-----BEGIN CERTIFICATE-----\nMIIBdDCC\n-----END CERTIFICATE-----";
  expect(complaintAbout({ ca })).toContain("damaged");
});

test("empty lists are refused, since they would trust nobody", () => {
  expect(complaintAbout({ ca: [] })).toContain("ca is an empty list");
  expect(complaintAbout({ fingerprint256: [] })).toContain("fingerprint256 is an empty list");
});

test.each(["", "AB:CD", "0".repeat(40), `${"0".repeat(63)}g`])('"%s" is not taken for a fingerprint', (text) => {
  expect(complaintAbout({ fingerprint256: [digits, text] })).toContain("openssl x509 -in certificate.pem");
});

test("insecure contradicts ca and fingerprint256", () => {
  expect(complaintAbout({ insecure: true, ca: authority.cert })).toContain("Leave it out");
  expect(complaintAbout({ insecure: true, fingerprint256: digits })).toContain("Leave it out");
});

test("a key that belongs to another certificate is refused", () => {
  const complaint = complaintAbout({ certificate: { cert: authority.cert, key: other.key } });
  expect(complaint).toContain("certificate.key is not the key of the first certificate");
});

test("a key that is missing, damaged, or locked is told apart, and never shown", () => {
  const { cert, key, privateKey } = authority;
  const locked = String(privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "p4ss" }));
  const about = (text: string, passphrase?: string): string =>
    complaintAbout({ certificate: { cert, key: text, passphrase } });
  const complaints = [about(cert), about(key.replace(/\n.{9}/, "\n")), about(locked), about(locked, "wr0ng")];
  expect(complaints).toEqual([
    expect.stringContaining("holds no private key"),
    expect.stringContaining("is damaged"),
    expect.stringContaining("is encrypted: write its passphrase"),
    expect.stringContaining("is not opened by the passphrase"),
  ]);
  const secrets = ["wr0ng", "p4ss", ...key.split("\n").slice(1, -2), ...locked.split("\n").slice(1, -2)];
  for (const secret of secrets) expect(complaints.join()).not.toContain(secret);
});

test.each(["", "127.0.0.1", "::1"])('"%s" is not taken for a servername', (servername) => {
  expect(complaintAbout({ servername })).toContain("host name");
});

test.each([
  "",
  "proxy.test:3128",
  "socks5://user:hunter22@proxy.test",
  "http://user:hunter22@",
  "http://%zz:hunter22@proxy.test",
])('proxy "%s" is refused without showing it', (proxy) => {
  const complaint = complaintAbout({ proxy });
  expect(complaint).toContain("http://user:password@host:port");
  expect(complaint).not.toContain("hunter22");
});

test.each([-1, 0.5, NaN, Infinity])("%d is not taken for milliseconds", (value) => {
  expect(complaintAbout({ connectTimeout: value })).toContain("connectTimeout is");
  expect(complaintAbout({ keepAlive: value })).toContain("keepAlive is");
});
