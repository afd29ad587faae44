/// <reference lib="esnext.disposable" />
import type { Core, ExportedSession } from "./core.ts";
import { exportSession } from "./credentials/resume.ts";

/** What the clients of all services have in common; a package's client adds its groups of operations. */
export abstract class Client {
  /** What standalone operations are called with. */
  readonly core: Core;

  constructor(core: Core) {
    this.core = core;
  }

  /** The appliance's base URL. */
  get baseUrl(): string {
    return this.core.baseUrl;
  }

  /** Signs in now instead of before the first call that needs it, and tries anew where a refusal is remembered. */
  async signIn(): Promise<void> {
    await this.core.session?.held(true);
  }

  /** The session as plain JSON for another process, which has to end it from then on. Keep it secret. */
  async exportSession(): Promise<ExportedSession | undefined> {
    return exportSession(this.core);
  }

  /** Ends the session if this client began it and the API can end it alone; calls are refused from then on. */
  close(): Promise<void> {
    return this.core.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
