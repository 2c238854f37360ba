import type { RecordedSeries } from './recording.js';
/** The step of a series that was sampled at a pace; undefined where its points are changes, between which the value is known. */
export declare function sampledStep({ points, stepSeconds }: RecordedSeries): number | undefined;
