import { expect, test } from "vitest";
import { tlsRemedy } from "../../src/tls-remedy.ts";

test.each([
  ["DEPTH_ZERO_SELF_SIGNED_CERT", /self-signed.*ca or fingerprint256 of nodeFetch/],
  ["SELF_SIGNED_CERT_IN_CHAIN", /authority.*ca or fingerprint256/],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", /authority.*ca or fingerprint256/],
  ["UNABLE_TO_GET_ISSUER_CERT", /authority.*ca or fingerprint256/],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", /authority.*ca or fingerprint256/],
  ["CERT_HAS_EXPIRED", /expired.*Renew/],
  ["CERT_NOT_YET_VALID", /not valid yet.*clocks/],
  ["ERR_TLS_CERT_ALTNAME_INVALID", /another host.*servername/],
  ["ERR_TLS_FINGERPRINT_MISMATCH", /not the expected one.*fingerprint/],
  ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", /asks for a client certificate.*certificate of nodeFetch/],
  ["ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE", /ends the handshake.*certificate of nodeFetch/],
  ["ERR_SSL_TLSV1_ALERT_UNKNOWN_CA", /does not accept the client certificate/],
  ["ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE", /does not accept the client certificate/],
  ["ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_EXPIRED", /does not accept the client certificate/],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", /no version of TLS.*Update/],
  ["ERR_SSL_UNSUPPORTED_PROTOCOL", /no version of TLS.*Update/],
  ["ERR_SSL_WRONG_VERSION_NUMBER", /does not speak TLS/],
])("%s is explained, with what to do", (code, text) => {
  expect(tlsRemedy(code)).toMatch(text);
});

test("a key that is too short is explained by OpenSSL's words, with what to do", () => {
  const text = tlsRemedy("UNSPECIFIED", "EE certificate key too weak");
  expect(text).toMatch(/does not hold: EE certificate key too weak\. Renew it.*fingerprint256/);
});

test.each(["ECONNREFUSED", "", "toString"])('"%s" is nothing about certificates', (code) => {
  expect(tlsRemedy(code)).toBeUndefined();
});
