/** The cells of one line of a table; quoted cells may hold the delimiter and doubled quotes. */
export declare function splitCells(text: string, delimiter: string): string[];
/** Whether a quote is opened and never closed: quotes come in pairs, also those within cells. */
export declare function hasOpenQuote(text: string): boolean;
/** The delimiter a header line uses. */
export declare function delimiterOf(header: string): string;
