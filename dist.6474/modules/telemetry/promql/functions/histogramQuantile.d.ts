import { type VectorEntry } from '../vector.js';
/** `histogram_quantile`: one value for each set of labels beside `le`. */
export declare function histogramQuantile(probability: number, entries: readonly VectorEntry[]): VectorEntry[];
