import { type DateOrder } from './cellTime.js';
/** What the columns of a table of metrics are. */
export interface TableShape {
    readonly delimiter: string;
    /** The line of the header, from 1. */
    readonly headLine: number;
    readonly head: readonly string[];
    readonly timeColumn: number;
    /** Words in each row: the name of its series, or values of labels. */
    readonly textColumns: readonly number[];
    readonly valueColumns: readonly number[];
    /** Value columns whose cells have units behind them. */
    readonly columnsWithUnits: ReadonlySet<number>;
    /** Undefined where no date tells it. */
    readonly dateOrder: DateOrder | undefined;
    /** There are dates that need it. */
    readonly needsDateOrder: boolean;
}
/** The shape of a table by its first lines; undefined for a text that is no table of metrics. */
export declare function tableShape(text: string, isWhole: boolean): TableShape | undefined;
