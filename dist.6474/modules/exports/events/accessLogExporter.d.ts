import type { Exporter } from '../exporter.js';
/**
 * The access log that an nginx in the gateway's place would have written: a line for each request, when it ends.
 *
 * Read line by line: a file of events may be longer than the memory.
 */
export declare const accessLogExporter: Exporter;
