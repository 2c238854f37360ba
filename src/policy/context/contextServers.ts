import type { ContextServer } from './settings.js';

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

/** When policies see what a server holds from an instant on: read at its next refresh, and a latency later. */
export function seenSeconds({ refresh, latency }: ContextServer, fromSeconds: number): number {
  return readSeconds(refresh, fromSeconds) + latency;
}

/** The first multiple of a refresh that is not before an instant; the quotient of two that are multiples may be above by a rounding. */
function readSeconds(refreshSeconds: number, fromSeconds: number): number {
  return Math.max(fromSeconds, Math.ceil(fromSeconds / refreshSeconds - 1e-9) * refreshSeconds);
}
