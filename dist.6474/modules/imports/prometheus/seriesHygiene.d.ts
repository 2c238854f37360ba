import type { Series } from './readMatrix.js';
import type { Rates } from './toRates.js';
/** What the reader must know before trusting rates made from a series. */
export declare function seriesHygiene(series: Series, rates: Rates): string[];
