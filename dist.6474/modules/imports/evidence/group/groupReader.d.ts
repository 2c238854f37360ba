import type { EvidenceReader } from '../evidenceReader.js';
/** Groups of AWS and their policies, in every form that `--policy` takes. */
export declare const groupReader: EvidenceReader;
