import type { ContextOutage, ContextServer } from './settings.js';

/** A resource of a server, and where in the context it is. */
export interface HeldResource {
  readonly server: ContextServer;
  /** Of the server in `mcp`. */
  readonly index: number;
  readonly name: string;
  readonly uri: string;
}

/** All of them, in the order of the file. */
export function heldResources(servers: readonly ContextServer[]): HeldResource[] {
  return servers.flatMap((server, index) =>
    Object.entries(server.resources).map(([name, uri]) => ({ server, index, name, uri })),
  );
}

/** Whether a path leads to another, or into it. */
export function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}

/** The first read from an instant on that does not fail; the one at the begin never does. */
export function nextRead({ refresh, outages }: ContextServer, fromSeconds: number): number {
  let seconds = readSeconds(refresh, fromSeconds);
  for (;;) {
    const outage = outages.find(({ at, for: lasts }) => at <= seconds && seconds < at + lasts);
    if (outage === undefined || seconds === 0) return seconds;
    seconds = readSeconds(refresh, outage.at + outage.for);
  }
}

/** The first read in an outage that fails; undefined where none falls into it. */
export function failedRead({ refresh }: Pick<ContextServer, 'refresh'>, outage: ContextOutage): number | undefined {
  const seconds = readSeconds(refresh, outage.at || refresh);
  return seconds < outage.at + outage.for ? seconds : undefined;
}

/** The first multiple of a refresh that is not before an instant; the quotient of two that are multiples may be above by a rounding. */
function readSeconds(refreshSeconds: number, fromSeconds: number): number {
  return Math.max(fromSeconds, Math.ceil(fromSeconds / refreshSeconds - 1e-9) * refreshSeconds);
}
