import type { Problem } from '../../../base/problem.js';
import { type SeriesRole } from '../../../results/seriesRoles.js';
/** `--series NAME=ROLE[:UNIT]`: what a series is, as the user says. */
export interface AskedSeries {
    /** Of the series: its metric, header, key or file, or a selector such as `x{job="web"}`. */
    readonly name: string;
    readonly role: SeriesRole;
    /** Undefined where the values tell it. */
    readonly unit: string | undefined;
}
/** Reads the values of `--series`. @returns them, or what is wrong with each */
export declare function readAskedSeries(values: readonly string[]): {
    asked: AskedSeries[];
    problems: Problem[];
};
/** The first that means a series of these names and labels. */
export declare function askedFor(asked: readonly AskedSeries[], { names, metric, labels, }: {
    readonly names: readonly string[];
    readonly metric: string;
    readonly labels: Readonly<Record<string, string>>;
}): AskedSeries | undefined;
