import type { Importer } from '../importer.js';
/** A series of Prometheus as a trace of rates. */
export declare const prometheusImporter: Importer;
