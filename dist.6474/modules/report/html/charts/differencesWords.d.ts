import type { DifferencesData } from './differences.js';
/** How many of the judged differences from the reference the runs show; neutral with one run, which shows none. */
export declare function differencesTitle({ groups, reference }: DifferencesData): string;
/** The grey line that says how to read the chart. */
export declare function differencesHow({ groups, reference }: DifferencesData): string;
