import type { EvidenceReader } from './evidenceReader.js';
/** Every form of file that is read as evidence; the first that recognises a file reads it. */
export declare const evidenceReaders: readonly EvidenceReader[];
