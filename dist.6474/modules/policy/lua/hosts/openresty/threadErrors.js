/** Lines of one policy whose errors are told; those of all others too, as one. */
const placeLimitCount = 20;
const told = new WeakMap();
/**
 * An error that ends a timer or a light thread and nothing else: OpenResty writes it to error.log and goes on, so people
 * find out late. Once for each line it comes from.
 */
export function noteThreadError(run, kind, error) {
    run.log(`[error] lua ${kind === 'timer' ? 'entry' : 'user'} thread aborted: runtime error: ${error}`);
    const place = error.startsWith(run.guard.fileName) ? (/^.*?:\d+:/.exec(error)?.[0] ?? '') : '';
    const places = told.get(run) ?? new Set();
    told.set(run, places);
    if (places.has(place) || places.size > placeLimitCount)
        return;
    places.add(place);
    run.note(`${error} (first at ${run.nowSeconds} s). This ends the ${kind}; OpenResty logs it and goes on.`);
}
