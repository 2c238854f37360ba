import type { LogRead } from '../../log/readLog.js';
import type { RequestBins } from '../../log/requestBins.js';
import type { EvidenceWarning } from '../warning.js';
import type { DurationUnit } from './durationUnit.js';
interface LogFindings {
    readonly read: LogRead;
    readonly bins: RequestBins;
    readonly unit: DurationUnit;
}
/** What of a log was assumed, or is not what it seems. */
export declare function logWarnings(file: string, findings: LogFindings): EvidenceWarning[];
export {};
