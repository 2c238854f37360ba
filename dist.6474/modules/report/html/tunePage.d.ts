import type { TuneResult } from '../../results/tuneResult.js';
/** What `tune` found as one HTML file: no second file, no request, no script. */
export declare function renderTunePage(source: TuneResult): string;
