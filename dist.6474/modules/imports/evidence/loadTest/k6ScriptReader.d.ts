import type { EvidenceReader } from '../evidenceReader.js';
/** A k6 script: the load that it asks for. */
export declare const k6ScriptReader: EvidenceReader;
