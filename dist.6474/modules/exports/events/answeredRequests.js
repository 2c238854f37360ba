import { readEvents } from './readEvents.js';
/** What nginx answers, by how a request ends (ngx_http_request.h: 499 is a client that has gone). */
const statuses = {
    completed: 200,
    failed: 500,
    rejected: 503,
    timed_out: 504,
    abandoned: 499,
    aborted: 502,
};
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
    'unfinished',
    'dropped',
];
/**
 * The requests of a run in the order of their ends.
 *
 * The time with an instance is what nginx calls `$upstream_response_time`: from the try's being handed to it, its queue there
 * too, until its answer, or until nobody waits for it any more. Waits in the gateway itself are outside.
 * Memory in proportion to the requests that are inside at once. @throws ProblemError
 */
export function* answeredRequests(file, tally) {
    const inside = new Map();
    for (const event of readEvents(file, kinds)) {
        if (event.kind === 'dropped') {
            tally.droppedCount++;
            continue;
        }
        const request = inside.get(event.request);
        if (event.kind === 'try') {
            if (request === undefined)
                inside.set(event.request, begun(event));
            else
                request.tryNumber = event.try;
        }
        else if ('try' in event) {
            // Of a try that nobody waits for any more the instance goes on alone.
            if (request?.tryNumber === event.try)
                step(request, event);
        }
        else if (event.kind === 'unfinished') {
            tally.unfinishedCount++;
            inside.delete(event.request);
        }
        else if (request === undefined)
            tally.unknownCount++;
        else {
            inside.delete(event.request);
            leave(request, event.time_s);
            tally.lineCount++;
            yield ended(request, event);
        }
    }
    tally.unfinishedCount += inside.size;
}
function begun(event) {
    return {
        requestClass: event.class,
        bytes: event.response_bytes ?? 0,
        upstreamSeconds: [],
        tryNumber: event.try,
        reachedSeconds: undefined,
    };
}
/** What happens to the try that somebody waits for. */
function step(request, event) {
    if (event.kind === 'served' || event.kind === 'retry')
        leave(request, event.time_s);
    // In the central queue it has no instance yet.
    else if (event.instance !== null)
        request.reachedSeconds ??= event.time_s;
}
function leave(request, nowSeconds) {
    if (request.reachedSeconds !== undefined)
        request.upstreamSeconds.push(nowSeconds - request.reachedSeconds);
    request.reachedSeconds = undefined;
}
function ended({ requestClass, bytes, upstreamSeconds }, event) {
    return {
        requestClass,
        endSeconds: event.time_s,
        seconds: event.time_s - event.arrival_s,
        upstreamSeconds,
        status: statuses[event.kind],
        bytes: event.kind === 'completed' ? bytes : 0,
    };
}
