import { type Expression } from './expression.js';
import { type QueryScene } from './readSeries.js';
import { type QueryValue, type RangeEntry } from './vector.js';
/** The value of a query at an instant of the run. @throws QueryError */
export declare function evaluate(expression: Expression, atSeconds: number, scene: QueryScene): QueryValue;
interface Steps {
    readonly first: number;
    readonly last: number;
    readonly step: number;
}
/** A query at each of many instants, as one list of points for each series. @throws QueryError for too many */
export declare function steps(expression: Expression, { first, last, step }: Steps, scene: QueryScene): RangeEntry[];
export {};
