import type { EvidenceReader } from '../evidenceReader.js';
/** Recorded runs of real autoscalers in one shape: load by steps or rows, replicas by second (`format: real-run/1`). */
export declare const realRunReader: EvidenceReader;
