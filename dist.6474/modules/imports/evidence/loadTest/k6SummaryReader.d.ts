import type { EvidenceReader } from '../evidenceReader.js';
/**
 * The sums of a k6 test, in each of its three forms.
 *
 * Source: k6, internal/js/summary.go (what `handleSummary` is handed: `values` of each metric, `state.testRunDurationMs`),
 * internal/js/summary-wrapper.js (`--summary-export`: values without that frame; a threshold is true where it FAILED), and
 * internal/lib/summary/machinereadable (`results.metrics`, a list; `config.duration` in seconds). Trends are in milliseconds in all.
 */
export declare const k6SummaryReader: EvidenceReader;
