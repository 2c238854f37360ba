import type { EvidenceReader } from '../evidenceReader.js';
/** Scenarios of ours, as files of settings: handed through. */
export declare const scenarioReader: EvidenceReader;
