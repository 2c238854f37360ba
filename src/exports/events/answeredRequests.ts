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
}

/** A request between its arrival and its end. */
interface Underway {
  readonly requestClass: string;
  readonly bytes: number;
  readonly upstreamSeconds: number[];
  tryNumber: number;
  /** When the present try reached an instance. */
  reachedSeconds: number | undefined;
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
  'retry',
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
    const request = inside.get(event.request);
    if (event.kind === 'try') {
      if (request === undefined) inside.set(event.request, begun(event));
      else request.tryNumber = event.try;
    } else if ('try' in event) {
      // Of a try that nobody waits for any more the instance goes on alone.
      if (request?.tryNumber === event.try) step(request, event);
    } else if (event.kind === 'unfinished') {
      tally.unfinishedCount++;
      inside.delete(event.request);
    } else if (request === undefined) tally.unknownCount++;
    else {
      inside.delete(event.request);
      leave(request, event.time_s);
      tally.lineCount++;
      yield ended(request, event);
    }
  }
  tally.unfinishedCount += inside.size;
}

function begun(event: { readonly class: string; readonly try: number; readonly response_bytes?: number | undefined }) {
  return {
    requestClass: event.class,
    bytes: event.response_bytes ?? 0,
    upstreamSeconds: [],
    tryNumber: event.try,
    reachedSeconds: undefined,
  };
}

/** What happens to the try that somebody waits for. */
function step(
  request: Underway,
  event: { readonly kind: string; readonly time_s: number; readonly instance?: number | null },
): void {
  if (event.kind === 'served' || event.kind === 'retry') leave(request, event.time_s);
  // In the central queue it has no instance yet.
  else if (event.instance !== null) request.reachedSeconds ??= event.time_s;
}

function leave(request: Underway, nowSeconds: number): void {
  if (request.reachedSeconds !== undefined) request.upstreamSeconds.push(nowSeconds - request.reachedSeconds);
  request.reachedSeconds = undefined;
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
