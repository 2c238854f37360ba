import type { EvidenceReader } from '../evidenceReader.js';
/** A policy in Lua or TypeScript: what its text names, without running it; `doctor` runs it. */
export declare const policyReader: EvidenceReader;
