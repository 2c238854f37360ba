import type { Stream } from './stream.js';
/**
 * One draw of a gamma distribution with scale 1.
 *
 * @param shape > 0
 * @see Marsaglia and Tsang, "A simple method for generating gamma variables" (2000); for shape < 1 their section 6
 */
export declare function gammaDraw(stream: Stream, shape: number): number;
