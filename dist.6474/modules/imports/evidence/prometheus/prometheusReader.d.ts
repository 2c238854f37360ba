import type { EvidenceReader } from '../evidenceReader.js';
/** Answers of Prometheus' query_range: one, or many in one file as `dryscale queries` collects them. */
export declare const prometheusReader: EvidenceReader;
