import type { EvidenceReader } from '../evidenceReader.js';
/** All values of a k6 test: `--out json=FILE`, also gzipped. Streamed. */
export declare const k6JsonReader: EvidenceReader;
/** All values of a k6 test: `--out csv=FILE`, also gzipped. Streamed. */
export declare const k6CsvReader: EvidenceReader;
