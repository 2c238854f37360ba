import type { EvidenceReader } from '../evidenceReader.js';
/** An access log in any format that `import log` reads, also gzipped. Streamed. */
export declare const logReader: EvidenceReader;
