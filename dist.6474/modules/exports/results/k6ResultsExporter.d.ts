import type { Exporter } from '../exporter.js';
/**
 * What k6 would have summed up of a run: `--summary-export`, or what `handleSummary` is handed.
 *
 * Forms: k6, internal/js/summary.go (`exportMetrics`: the flag holds whether a threshold was crossed; `summarizeMetricsToObject`).
 */
export declare const k6ResultsExporter: Exporter;
