import type { Explanation } from './explanation.js';
/**
 * All manifests, a line each, with those files that are refused, and how many there are.
 *
 * @param width of the terminal; without one nothing is cut
 */
export declare function summaryTable({ files }: Explanation, width: number | undefined): string;
