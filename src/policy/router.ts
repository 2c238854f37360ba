import type { Params, PolicyHost, Settable, State } from './policy.js';

/** What a router may know of a request: what a gateway knows before it is answered. */
export interface RouteRequest {
  /** What the client asks for: the name of the route. */
  readonly model: string;
  /** Of the scenario's `requests`. */
  readonly class: string;
  readonly promptTokens: number;
  /** Longer answers are cut there; how long this one will be nobody knows. */
  readonly maxOutputTokens: number;
  readonly priority: number;
  readonly tier?: string;
  readonly consumer?: string;
  /** Number of the beginning that the prompt shares with others of this number. */
  readonly prefix?: number;
}

/** One of `to`. All but `cooling` is as of the last scrape. */
export interface RouteTarget {
  readonly name: string;
  readonly kind: 'service' | 'provider';
  /** It failed too often of late: what is sent there goes elsewhere. */
  readonly cooling: boolean;
  /** USD of a million tokens, where one is posted. */
  readonly price?: { readonly input: number; readonly output: number; readonly cached?: number };
  /** Ready instances of a service. */
  readonly ready?: number;
  /**
   * Of a service what its policy sees. Of both what the gateway saw itself: `ttft_recent_seconds`, the mean of the last ten first
   * tokens of the last hour, and `failures`, tries of the last minute that failed. Of a provider `spent_usd`, its bill so far.
   */
  readonly metrics: Readonly<Record<string, number | undefined>>;
}

export interface RouteContext<P extends Params = Params> {
  /** Seconds of the run. */
  readonly time: number;
  readonly route: string;
  /** In the order of `to`. */
  readonly targets: readonly RouteTarget[];
  readonly params: P;
  /** Kept between requests, one per route and run. */
  readonly state: State;
}

/** A router as its author writes it: called once for each request, when it arrives. */
export interface RouterDefinition<P extends Params = Params> {
  readonly name?: string;
  readonly params?: P;
  /** The name of one of the targets; nothing: by their weights. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a function that ends without `return` is a router too
  route(request: RouteRequest, context: RouteContext<P>): string | null | undefined | void;
}

/** Types a TypeScript router; returns it unchanged. */
export function defineRouter<const P extends Params = Record<never, never>>(
  router: RouterDefinition<Settable<P>> & { readonly params?: P },
): typeof router {
  return router;
}

/** A router that was read, ready to be started once per run. */
export interface LoadedRouter {
  readonly fileName: string;
  start(host: PolicyHost, route: string): RunningRouter;
}

/** What the engine drives. */
export interface RunningRouter {
  /** What the targets show from now on. */
  show(targets: readonly RouteTarget[]): void;
  /** Of one of those that are shown. */
  setCooling(place: number, isCooling: boolean): void;
  /** What it answers, unchecked. @throws PolicyFault */
  route(request: RouteRequest, timeSeconds: number): unknown;
  readonly findings: readonly string[];
}
