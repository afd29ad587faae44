import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateOptions {
  /** An alternative name as openssl writes it. Default: that of the servers here. */
  readonly name?: string;
  /** A day in the past on which it was valid; without it, it is valid now. */
  readonly validOn?: Date;
}

// `ca` is the one command of openssl that takes a beginning and an end in all versions in use.
const CONFIGURATION = `
[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
`;

const DAY = 86_400_000;

/** A self-signed certificate, made by the openssl of this machine. */
export function makeCertificate({ name = "IP:127.0.0.1", validOn }: CertificateOptions = {}): Certificate {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const openssl = (...args: readonly string[]): void => {
    execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  };
  const begin = validOn?.getTime() ?? Date.now() - DAY;
  const end = begin + (validOn === undefined ? 2 * DAY : DAY);
  try {
    writeFileSync(join(folder, "openssl.cnf"), CONFIGURATION);
    writeFileSync(join(folder, "index.txt"), "");
    const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "key.pem"];
    const subject = ["-subj", "/CN=fault", "-addext", `subjectAltName=${name}`];
    openssl("req", "-config", "openssl.cnf", ...curve, ...subject, "-out", "request.pem");
    const times = ["-startdate", timeOf(begin), "-enddate", timeOf(end)];
    const input = ["-selfsign", "-keyfile", "key.pem", "-in", "request.pem", "-out", "cert.pem"];
    openssl("ca", "-config", "openssl.cnf", "-batch", "-notext", ...input, ...times);
    return {
      key: readFileSync(join(folder, "key.pem"), "utf8"),
      cert: readFileSync(join(folder, "cert.pem"), "utf8"),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** "20200102030405Z" */
function timeOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().replace(/\..*$|[-:T]/g, "")}Z`;
}
