import type { Ink } from './ink.js';
/** A column of a table: as wide as its widest cell. */
export interface Column {
    readonly head: string;
    /** [row] */
    readonly cells: readonly string[];
    /** [row] whether a limit is kept; a column of which no row has one takes no room for it. */
    readonly marks?: readonly (boolean | undefined)[];
    /** Text begins at the left, figures end at the right. */
    readonly isText?: boolean;
    /** Where a line has too little room the lowest goes first; without it the column stays. */
    readonly dropped?: number;
}
/** The heads, then each row, without what ends a line. */
export declare function gridLines(columns: readonly Column[], ink: Ink): string[];
/** Characters of a line of these columns. */
export declare function gridWidth(columns: readonly Column[]): number;
/** Columns beside a first one of names, within `width`. @returns what is left for the names, and the columns that fit */
export declare function besideNames(columns: readonly Column[], { width, longest, least }: {
    readonly width: number;
    readonly longest: number;
    readonly least: number;
}): {
    readonly nameWidth: number;
    readonly columns: readonly Column[];
};
