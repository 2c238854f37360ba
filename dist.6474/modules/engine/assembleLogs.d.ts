import type { Clock } from '../kernel/clock.js';
import { Journal } from '../record/journal.js';
import { Ledger } from '../record/ledger.js';
import { OutcomeLog } from '../record/outcomeLog.js';
import { RequestLog } from '../record/requestLog.js';
import { SettlingLog } from '../record/settlingLog.js';
import { TimelineLog } from '../record/timelineLog.js';
import type { RequestTable } from '../traffic/requestTable.js';
import { Fingerprint } from './fingerprint.js';
import type { RunInput } from './runInput.js';
/** The journal of a run and those who count from it; pictures only where they are kept. */
export interface AssembledLogs {
    readonly journal: Journal;
    readonly ledger: Ledger;
    readonly log: RequestLog;
    readonly timeline: TimelineLog | undefined;
    readonly outcomes: OutcomeLog | undefined;
    /** Of loads that can settle. */
    readonly settling: SettlingLog | undefined;
    readonly fingerprint: Fingerprint | undefined;
}
interface LoggedParts {
    readonly input: RunInput;
    readonly clock: Clock;
    readonly requests: RequestTable;
}
/** Whoever reads the journal is told to it afterwards. */
export declare function assembleLogs({ input, clock, requests }: LoggedParts): AssembledLogs;
export {};
