import type { FileEvidence } from '../evidenceReader.js';
import type { AskedSeries } from './askedSeries.js';
import type { SeriesCandidate } from './seriesCandidate.js';
/** Series of a file that could be a role: those that its reader leaves open, or those that it has chosen by itself. */
export declare function candidatesOf({ candidates, evidence }: FileEvidence, asked: readonly AskedSeries[]): readonly SeriesCandidate[];
/** Names by which `--series` could mean a series that its reader has chosen by itself. */
export declare function chosenNames({ candidates, evidence }: FileEvidence): string[];
