import { connect, type PeerCertificate } from "node:tls";

import { command, numberOf, UsageError } from "./lib/command.ts";
import { each } from "./lib/each.ts";

const usage = `
Shows the certificates of appliances before anybody signs in there, and holds them to fingerprints. It sends nothing.

  node check-certificates.ts HOST[:PORT][=SHA256] … [options]

  --days N              a certificate that ends in less than so many days is a failure (14)

The port is 443 unless said. A fingerprint is what the appliance's own console shows, with or without colons; where none is given, the one
that was found is printed, to be compared with that. A client holds to it by --fingerprint in the other examples.
`;

const options = { days: { type: "string", default: "14" } } as const;

interface Target {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly expected: string | undefined;
}

await command(usage, options, async ({ values, positionals }) => {
  const days = numberOf("days", values.days);
  const targets = positionals.map(targetOf);
  if (targets.length === 0) throw new UsageError("Give the names of appliances");
  return each(
    targets,
    ({ name }) => name,
    async (target) => {
      const { certificate, trusted } = await certificateOf(target);
      const { fingerprint256, subject, issuer, valid_to: end } = certificate;
      const left = Math.floor((Date.parse(end) - Date.now()) / 86_400_000);
      console.log(
        [
          target.name,
          `  fingerprint  ${fingerprint256}`,
          `  for, by      ${nameIn(subject)}, ${nameIn(issuer)}`,
          `  ends         in ${left} days`,
          `  trusted      ${trusted ? "by Node's own authorities" : "only by its fingerprint or its authority's file"}`,
        ].join("\n"),
      );
      if (target.expected !== undefined && plain(fingerprint256) !== plain(target.expected)) {
        throw new Error("it shows another certificate than expected: do not sign in before you know why");
      }
      if (left < days) throw new Error(left < 0 ? "its certificate is over" : `its certificate ends in ${left} days`);
    },
  );
});

function targetOf(text: string): Target {
  const {
    host = "",
    port = "443",
    expected,
  } = /^(?<host>\[[\da-f:]+\]|[^:=\s/]+)(?::(?<port>\d{1,5}))?(?:=(?<expected>.+))?$/i.exec(text)?.groups ?? {};
  if (host === "") throw new UsageError(`"${text}" is no HOST[:PORT][=SHA256]`);
  if (expected !== undefined && !/^[\da-f]{64}$/i.test(plain(expected))) {
    throw new UsageError(`The fingerprint of ${host} is no SHA-256: 64 hexadecimal digits, with or without colons`);
  }
  return { name: `${host}:${port}`, host: host.replace(/^\[|\]$/g, ""), port: Number(port), expected };
}

function certificateOf({ host, port }: Target): Promise<{ certificate: PeerCertificate; trusted: boolean }> {
  return new Promise((resolve, reject) => {
    // Looked at, not relied on: the connection ends here, and nothing is sent over it.
    const socket = connect({ host, port, servername: /^[\d.]+$|:/.test(host) ? "" : host, rejectUnauthorized: false });
    socket.setTimeout(10_000, () => socket.destroy(new Error("it does not answer")));
    socket.once("error", reject);
    socket.once("secureConnect", () => {
      resolve({ certificate: socket.getPeerCertificate(), trusted: socket.authorized });
      socket.destroy();
    });
  });
}

function plain(fingerprint: string): string {
  return fingerprint.replaceAll(":", "").toLowerCase();
}

function nameIn({ CN, O }: PeerCertificate["subject"]): string {
  return [CN ?? O ?? "(no name)"].flat().join(", ");
}
