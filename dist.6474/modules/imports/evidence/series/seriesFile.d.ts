import type { EvidenceOptions, FileEvidence } from '../evidenceReader.js';
import type { EvidenceWarning } from '../warning.js';
import type { CollectedSeries } from './seriesCollector.js';
interface SeriesFile {
    /** `Prometheus`, `CloudWatch`: whose file it is. */
    readonly form: string;
    readonly collected: CollectedSeries;
    readonly warnings: readonly EvidenceWarning[];
    readonly options: EvidenceOptions;
}
/** The series of a file as evidence. Its own recording is what can be chosen without the other files. */
export declare function seriesFile(file: string, { form, collected, warnings, options }: SeriesFile): FileEvidence;
export {};
