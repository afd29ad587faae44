/// <reference lib="esnext.disposable" />
import type { Fetch, Logger } from "../options.ts";

// Nothing of Node's typings in here: these declarations are published, and have to hold without @types/node.

/** PEM text, its bytes, or a file to read it from; bytes and files of a certificate may be in DER form as well. */
export type Pem = string | Uint8Array | { readonly file: string };

export interface ClientCertificate {
  /** The certificate, followed by the intermediate ones where there are any. */
  readonly cert: Pem;
  /** Its private key. May be the same file as `cert`. */
  readonly key: Pem;
  /** Where the key is encrypted. */
  readonly passphrase?: string | undefined;
}

/** Left alone, an option keeps what is usual: certificates are checked against Node's own authorities, no proxy. */
export interface NodeFetchOptions {
  /**
   * Certificates to trust beside Node's own authorities (those of `NODE_EXTRA_CA_CERTS` and `--use-system-ca` among
   * them, from Node 22.15 on): of an authority, of an intermediate one, or a self-signed one of the server itself.
   * The host name and the dates are checked as ever.
   */
  readonly ca?: Pem | readonly Pem[] | undefined;
  /**
   * SHA-256 fingerprint of the server's certificate, or several of which one has to match; 64 hex digits, with or
   * without colons. By itself it stands in for every other check: this certificate and no other is accepted, whoever
   * signed it, for whatever name and until whatever date. Together with `ca`, both have to hold.
   */
  readonly fingerprint256?: string | readonly string[] | undefined;
  /** Certificate by which the client shows who it is (mutual TLS). A proxy never gets it. */
  readonly certificate?: ClientCertificate | undefined;
  /**
   * `http://` or `https://` URL of a proxy, with user name and password where it wants them; they go to the proxy
   * alone. Every connection is a CONNECT tunnel, which the proxy has to permit to the server's port. Of the other
   * options, only `ca` and `connectTimeout` concern the connection to the proxy itself. Variables such as `HTTPS_PROXY`
   * and `NO_PROXY` are not looked at.
   */
  readonly proxy?: string | undefined;
  /** Name that the server's certificate is for, where it is reached under another one, or by an address. */
  readonly servername?: string | undefined;
  /** Accepts any certificate of the server, and says so once. That of a proxy is checked nevertheless. */
  readonly insecure?: boolean | undefined;
  /** Milliseconds for each step of a connection: to the proxy, to the server. Default 10,000; 0 lifts the limit. */
  readonly connectTimeout?: number | undefined;
  /**
   * Milliseconds that an idle connection is kept for the next call. Default what the server says, else 4,000; 0 makes a new
   * one for every call.
   */
  readonly keepAlive?: number | undefined;
  /** Hears the warning about `insecure`; without it, that is a warning of the process (`process.emitWarning`). */
  readonly logger?: Logger | undefined;
}

export interface NodeFetch extends Fetch {
  /** Ends all connections, also those in use: close the client first. Every later call is refused. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
