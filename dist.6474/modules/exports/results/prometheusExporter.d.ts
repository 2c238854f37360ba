import type { Exporter } from '../exporter.js';
/** A bundle of answers of Prometheus, one a query: what monitoring would have shown of the run that a result shows. */
export declare const prometheusExporter: Exporter;
