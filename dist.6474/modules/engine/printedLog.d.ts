import { PolicyLog } from '../record/policyLog.js';
import type { Tell } from '../record/runEvents.js';
import type { PrintedLog } from '../results/results.js';
/** Where the policies of one run print to. */
export declare function policyLogOf(tell: Tell | undefined): PolicyLog;
/** Where a policy prints to that decides on recorded observations: all of it is shown, as far as memory is no matter. */
export declare function decideLog(): PolicyLog;
/** What was printed, as results and failures carry it; undefined where nothing was. */
export declare function printedLog({ totalCount, lines }: PolicyLog): PrintedLog | undefined;
