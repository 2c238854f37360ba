import type { SeriesMeta } from '../series/seriesMeta.js';
interface Column {
    readonly file: string;
    /** Of the file. */
    readonly title: string;
    readonly head: string;
    /** The words of a row, with the headers of their columns. */
    readonly texts: readonly {
        readonly head: string;
        readonly cell: string;
    }[];
    /** There is no other column of values: its header may say nothing. */
    readonly isOnly: boolean;
}
/** What a column of values says of a series: its header, or the words in the row, with labels and unit apart. */
export declare function columnMeta({ file, title, head, texts, isOnly }: Column): SeriesMeta;
export {};
