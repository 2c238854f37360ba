import type { EvidenceWarning } from '../warning.js';
import type { LoadTestEvidence } from './loadTestEvidence.js';
/** What of a load test is not what it seems. */
export declare function loadWarnings({ file, droppedIterationCount, failedShare }: LoadTestEvidence): EvidenceWarning[];
