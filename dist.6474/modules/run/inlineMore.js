import { setFlagsFromString } from 'node:v8';
/** Requests a worker serves before what it saves a request has made up for the longer compiling. */
const payingRequestCount = 1e7;
/** The same where requests take cpu, which more code is for. */
const payingRequestCountWithCpu = 3e7;
const flags = ['--max-inlined-bytecode-size=1000', '--max-inlined-bytecode-size-cumulative=6000'];
let isMore = false;
/**
 * Lets V8 inline more of what one request calls, in runs long enough to make up for the compiling (docs/performance.md has
 * what it gains and costs).
 *
 * For the command's own process, before its workers start; a program that only imports us keeps its flags.
 */
export function inlineMore({ requests }, requestCountOfWorker) {
    const takesCpu = Object.values(requests).some(({ cpu }) => cpu !== undefined);
    if (requestCountOfWorker < (takesCpu ? payingRequestCountWithCpu : payingRequestCount))
        return;
    for (const flag of flags)
        setFlagsFromString(flag);
    isMore = true;
}
/** Those that `inlineMore` has set, for processes of their own. */
export function inliningFlags() {
    return isMore ? flags : [];
}
