import { PolicyLog } from '../record/policyLog.js';
import { PolicyEventWriter } from './eventWriters.js';
/** As many of the last lines of a run as a reader may want beside the decisions. */
const limits = { lineCount: 100, characterCount: 20_000 };
/** Where the policies of one run print to. */
export function policyLogOf(tell) {
    return tell === undefined ? new PolicyLog(limits) : new PolicyEventWriter(limits, tell);
}
/** Where a policy prints to that decides on recorded observations: all of it is shown, as far as memory is no matter. */
export function decideLog() {
    return new PolicyLog({ lineCount: Number.POSITIVE_INFINITY, characterCount: 2_000_000 });
}
/** What was printed, as results and failures carry it; undefined where nothing was. */
export function printedLog({ totalCount, lines }) {
    if (totalCount === 0)
        return undefined;
    return {
        total: totalCount,
        lines: lines.map(({ timeSeconds, service, controller, text }) => ({
            time_s: timeSeconds,
            service,
            ...(controller === undefined ? {} : { controller: controller + 1 }),
            text,
        })),
    };
}
