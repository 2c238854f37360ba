import type { SeriesRole, SeriesUnit } from './seriesRoles.js';
/** Where a recorded series came from, for messages. */
export interface SeriesSource {
    /** As the user names it. */
    readonly file: string;
    /** As its file names it: `http_requests_total`, `CPUUtilization`, the header of a column. */
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
}
/** A value and the second of the recording from which it holds, until the next point's. */
export type RecordedPoint = readonly [seconds: number, value: number];
/** What was recorded of one quantity of the service, in the unit of its role. */
export interface RecordedSeries {
    readonly role: SeriesRole;
    readonly source: SeriesSource;
    readonly unit: SeriesUnit;
    /** In time order, no second twice, every value finite: where nothing was recorded there is no point. */
    readonly points: readonly RecordedPoint[];
    /** The usual distance of two points; a longer one is a gap. Null where points stand only where the value changes, or there are fewer than two. */
    readonly stepSeconds: number | null;
    /** Of rates: the span over which each value was averaged; null where the file does not say it. */
    readonly windowSeconds: number | null;
    /** Of replica counts: for so long a pod that was told to go is still counted; 0 where it is not. */
    readonly terminatingSeconds: number;
}
/** Series on one clock. */
export interface Recording {
    /** When second 0 was, in seconds since 1970; null where the file counts from its own beginning. */
    readonly startUnixSeconds: number | null;
    /** At most one of each role. */
    readonly series: readonly RecordedSeries[];
}
