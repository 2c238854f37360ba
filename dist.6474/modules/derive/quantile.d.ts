/** The value of nearest rank; `sorted` ascending and not empty, probability in (0, 1]. */
export declare function nearestRank(sorted: readonly number[], probability: number): number;
/** In ascending order; the given values stay as they are. */
export declare function ascending(values: readonly number[]): number[];
