import type { Call, CallOptions, ClientOptions, PagedCall } from "@vendor-sdks/runtime";
import type { OperationCase } from "../cases.ts";
import type { Arguments } from "../openapi/encode.ts";
import type { Plan } from "../openapi/plans.ts";
import { callOperation, type AnyGuard, type AnyResult } from "../suite/suite.ts";
import { Appliance, type Scripts } from "./appliance.ts";
import type { Canaries } from "./canaries.ts";
import { plainClient, timedClient, type ClientClass, type FaultClient, type Generated } from "./clients.ts";
import { credentialsFor, type WhichCredentials } from "./credentials.ts";
import { stillClock, type StillClock } from "./clock.ts";
import type { Facts } from "./facts.ts";
import { watchLeftovers, type Leftovers } from "./leftovers.ts";
import type { Role } from "./roles.ts";
import { startServer, type FaultServer, type ServerOptions } from "./server.ts";
import { Witness } from "./witness.ts";

/** What the rows of one package share. */
export interface Workshop {
  readonly facts: Facts;
  readonly client: ClientClass;
  readonly isApiError: AnyGuard;
  readonly generated: Generated;
  readonly canaries: Canaries;
}

/** An appliance that is up, and where. */
export interface Site {
  readonly appliance: Appliance;
  readonly server: FaultServer;
  readonly baseUrl: string;
}

export interface SiteOptions {
  readonly tls?: ServerOptions["tls"];
  /** The kind that signs in, where it is not the service's first. */
  readonly login?: Plan;
}

export interface BenchOptions extends ClientOptions {
  /** Default `plain`. */
  readonly credentials?: WhichCredentials | object;
}

/** What a row works with: servers, clients and a clock of its own, and everything that was said. */
export class Bench {
  readonly facts: Facts;
  readonly canaries: Canaries;
  readonly clock: StillClock = stillClock();
  readonly witness: Witness = new Witness();
  readonly #workshop: Workshop;
  readonly #leftovers: Leftovers = watchLeftovers();
  readonly #servers: FaultServer[] = [];
  readonly #clients: FaultClient[] = [];
  readonly #endings: (() => Promise<unknown>)[] = [];

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
    this.facts = workshop.facts;
    this.canaries = workshop.canaries;
  }

  /** An appliance on loopback. */
  async serve(scripts: Scripts = {}, { tls, login }: SiteOptions = {}): Promise<Site> {
    const facts = login === undefined ? this.facts : { ...this.facts, login };
    const appliance = new Appliance(facts, this.canaries, scripts);
    const base = this.facts.spec.server.pathname.replace(/\/$/, "");
    const now = (): number => this.clock.now();
    const server = await startServer({ answer: (received) => appliance.answer(received, base), now, tls });
    this.#servers.push(server);
    return { appliance, server, baseUrl: server.origin + base };
  }

  /** To be done when the row is over, whatever comes of it. */
  finally(end: () => Promise<unknown>): void {
    this.#endings.push(end);
  }

  /** A client of the appliance whose pauses take no time. */
  client({ appliance, baseUrl }: Pick<Site, "appliance" | "baseUrl">, options: BenchOptions = {}): FaultClient {
    const { credentials = "plain", ...rest } = options;
    const given = {
      ...this.witness.listening,
      ...rest,
      baseUrl,
      credentials: typeof credentials === "object" ? credentials : credentialsFor(this.facts, appliance, credentials),
    };
    const { client, generated } = this.#workshop;
    return this.#kept(timedClient(client, generated, given, this.clock));
  }

  /** A client by the package's own constructor, on the real clock. */
  usersClient({ appliance, baseUrl }: Pick<Site, "appliance" | "baseUrl">, options: ClientOptions = {}): FaultClient {
    const credentials = credentialsFor(this.facts, appliance, "plain");
    return this.#kept(
      plainClient(this.#workshop.client, { ...this.witness.listening, ...options, baseUrl, credentials }),
    );
  }

  #kept(client: FaultClient): FaultClient {
    this.#clients.push(client);
    return client;
  }

  /** The length of the next pause between two attempts, as soon as it begins. */
  pause(): Promise<number> {
    return this.witness.nextPause();
  }

  /** The operation that plays a part. */
  operation(role: Role): OperationCase {
    const found = this.facts.roles[role];
    if (typeof found === "string") throw new Error(`The row does not say that it needs ${role}`);
    return found;
  }

  /** Calls the operation that plays a part. */
  call(
    client: FaultClient,
    role: Role,
    options?: CallOptions,
    args: Arguments = this.operation(role).arguments.required,
  ): Call<unknown, AnyResult> {
    return callOperation(client, this.operation(role), args, options);
  }

  walk(client: FaultClient, args: Arguments, options?: CallOptions): PagedCall<unknown, unknown, AnyResult> {
    return this.call(client, "paged", options, args) as PagedCall<unknown, unknown, AnyResult>;
  }

  /** The error of a call, heard in all its forms. */
  async errorOf(call: Promise<unknown>): Promise<Error & Readonly<Record<string, unknown>>> {
    const [outcome] = await Promise.allSettled([call]);
    if (outcome.status === "fulfilled") throw new Error("The call was to fail, but it succeeded");
    this.witness.hear(outcome.reason);
    if (!(outcome.reason instanceof Error)) throw new Error(`It failed with no error but ${typeof outcome.reason}`);
    return outcome.reason as Error & Readonly<Record<string, unknown>>;
  }

  /** A caller's signal, at which nothing may listen in the end. */
  abortable(): AbortController {
    const controller = new AbortController();
    this.#leftovers.watch(controller.signal);
    return controller;
  }

  /** Ends the row, and tells what it leaves: open requests, sockets, timers, listeners, rejections, secrets that were said. */
  async end(): Promise<string[]> {
    const problems: string[] = [];
    for (const server of this.#servers) {
      await server.idle().catch((error: unknown) => problems.push(String(error)));
      await server.close();
    }
    for (const end of this.#endings) await end();
    // A client may be printed as well.
    for (const client of this.#clients) this.witness.hear(client);
    problems.push(...(await this.#leftovers.after()).map((each) => `It leaves ${each}`));
    const said = this.canaries.in(this.witness.said).map((secret) => `A secret was said: ${secret}`);
    return [...problems, ...said];
  }
}
