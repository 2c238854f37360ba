import type { Explanation } from './explanation.js';
/** What `explain --json` prints: a list with a manifest each; a file that is refused has its problems and no manifest. */
export declare function explanationData({ files }: Explanation): unknown[];
