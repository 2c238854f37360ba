import { readEvents } from './readEvents.js';

/** A request as the gateway that answered it knows it. */
export interface AnsweredRequest {
  readonly requestClass: string;
  /** Seconds of the run at which the answer, or the end without one, was written. */
  readonly endSeconds: number;
  /** Arrival to end. */
  readonly seconds: number;
  /** Time with each instance that was tried; empty where none was reached. */
  readonly upstreamSeconds: readonly number[];
  readonly status: number;
  readonly bytes: number;
}

/** What a file of events holds, counted while it is read. */
export interface Tally {
  lineCount: number;
  unfinishedCount: number;
  droppedCount: number;
  unknownCount: number;
  /** Calls of other requests: behind the door at which the log is written. */
  callCount: number;
}

/** A request between its arrival and its end. */
interface Underway {
  readonly requestClass: string;
  readonly bytes: number;
  readonly upstreamSeconds: number[];
  /** [try] when it reached an instance, several where the gateway hedges; undefined once nobody waits for it any more */
  readonly reached: Map<number, number | undefined>;
}

/** What nginx answers, by how a request ends (ngx_http_request.h: 499 is a client that has gone). */
const statuses = {
  completed: 200,
  failed: 500,
  rejected: 503,
  timed_out: 504,
  abandoned: 499,
  aborted: 502,
  rate_limited: 429,
} as const;

const kinds = [
  'try',
  'waits',
  'begin',
  'served',
  'try_failed',
  'retry',
  'fallback',
  'completed',
  'failed',
  'rejected',
  'timed_out',
  'abandoned',
  'aborted',
  'rate_limited',
  'unfinished',
  'dropped',
] as const;

/**
 * The requests of a run in the order of their ends.
 *
 * The time with an instance is what nginx calls `$upstream_response_time`: from the try's being handed to it, its queue there
 * too, until its answer, or until nobody waits for it any more. Waits in the gateway itself are outside.
 * Memory in proportion to the requests that are inside at once. @throws ProblemError
 */
export function* answeredRequests(file: string, tally: Tally): Generator<AnsweredRequest> {
  const inside = new Map<string, Underway>();
  for (const event of readEvents(file, kinds)) {
    if (event.kind === 'dropped') {
      tally.droppedCount++;
      continue;
    }
    if (isCall(event.request)) {
      if (!('try' in event)) tally.callCount++;
      continue;
    }
    const request = inside.get(event.request);
    if (event.kind === 'try') {
      if (request === undefined) inside.set(event.request, begun(event));
    } else if ('try' in event) {
      if (request !== undefined) step(request, event);
    } else if (event.kind === 'unfinished') {
      tally.unfinishedCount++;
      inside.delete(event.request);
    } else if (request === undefined) tally.unknownCount++;
    else {
      inside.delete(event.request);
      // Who hedged has its answer from another try than those that are still open.
      if (event.kind !== 'completed' && event.kind !== 'failed') giveUp(request, event.time_s);
      tally.lineCount++;
      yield ended(request, event);
    }
  }
  tally.unfinishedCount += inside.size;
}

/** Calls are named after what they belong to, `users-3/9af1`; names of sources have no such sign. */
function isCall(name: string): boolean {
  return name.includes('/');
}

function begun(event: { readonly class: string; readonly response_bytes?: number | undefined }): Underway {
  return {
    requestClass: event.class,
    bytes: event.response_bytes ?? 0,
    upstreamSeconds: [],
    reached: new Map(),
  };
}

/** How a try ends whose request may go on. */
const endsOfTries = ['served', 'try_failed', 'retry', 'fallback'];

/** What happens to a try. Of one that nobody waits for any more the instance goes on alone. */
function step(
  { reached, upstreamSeconds }: Underway,
  event: { readonly kind: string; readonly try: number; readonly time_s: number; readonly instance?: number | null },
): void {
  const sinceSeconds = reached.get(event.try);
  if (endsOfTries.includes(event.kind)) {
    if (sinceSeconds !== undefined) upstreamSeconds.push(event.time_s - sinceSeconds);
    // It may still begin at its instance.
    reached.set(event.try, undefined);
  } else if (event.instance !== null && !reached.has(event.try)) {
    // In the central queue it has no instance yet.
    reached.set(event.try, event.time_s);
  }
}

function giveUp({ reached, upstreamSeconds }: Underway, nowSeconds: number): void {
  for (const sinceSeconds of reached.values()) {
    if (sinceSeconds !== undefined) upstreamSeconds.push(nowSeconds - sinceSeconds);
  }
}

function ended(
  { requestClass, bytes, upstreamSeconds }: Underway,
  event: { readonly kind: keyof typeof statuses; readonly time_s: number; readonly arrival_s: number },
): AnsweredRequest {
  return {
    requestClass,
    endSeconds: event.time_s,
    seconds: event.time_s - event.arrival_s,
    upstreamSeconds,
    status: statuses[event.kind],
    bytes: event.kind === 'completed' ? bytes : 0,
  };
}
