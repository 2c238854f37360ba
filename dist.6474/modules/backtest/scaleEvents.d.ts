import type { Samples } from './recordedGrid.js';
/** When a count first rises; undefined where it never does. */
export declare function firstRise({ seconds, values }: Samples): number | undefined;
/** Changes of opposite sign at most so far apart: flaps, as they are counted in runs, but on the recorder's grid. */
export declare function flapCount({ seconds, values }: Samples, reversalSeconds: number): number;
