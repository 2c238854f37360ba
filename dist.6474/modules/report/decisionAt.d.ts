import type { PolicyResult } from '../results/results.js';
/**
 * What a policy decided at an instant of the run shown, one line or two a service: which rule held, and why.
 *
 * The row in force is the last one that began at or before the instant.
 * @param start of the run's calendar; without it times count from its begin
 */
export declare function decisionAt({ decisions, timeline }: PolicyResult, atSeconds: number, start?: string): string[];
