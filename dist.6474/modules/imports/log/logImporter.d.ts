import type { Importer } from '../importer.js';
/**
 * An access log as counts by interval.
 *
 * By the minute unless asked otherwise: within a minute independent arrivals are Poisson, which the replay draws, and
 * counts by the second would bring the noise of the log a second time.
 */
export declare const logImporter: Importer;
