import type { EvidenceReader } from '../evidenceReader.js';
/** Answers of CloudWatch, newest first or in any order. */
export declare const cloudWatchReader: EvidenceReader;
