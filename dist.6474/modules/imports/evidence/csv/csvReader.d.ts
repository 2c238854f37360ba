import type { EvidenceReader } from '../evidenceReader.js';
/** Tables of metrics: what Grafana downloads, in each of its forms, and any other with a column of times. */
export declare const csvReader: EvidenceReader;
