/** One conversion of a format such as `%-8.2f`: what C's printf reads between the percent sign and the letter. */
export interface Conversion {
    /** The small letter of capitals too. */
    readonly letter: string;
    readonly isCapital: boolean;
    /** Neither flags nor width nor precision. */
    readonly isBare: boolean;
    readonly isLeft: boolean;
    readonly hasPlus: boolean;
    readonly hasSpace: boolean;
    /** `#`: keeps the point, the zeros of %g, and shows 0x or 0. */
    readonly isAlternate: boolean;
    readonly isZeroPadded: boolean;
    readonly width: number;
    readonly precision: number | undefined;
}
/** Text to copy (a character a byte), a conversion, or what is wrong there: an error only when it is reached. */
export type FormatPiece = string | Conversion | {
    readonly fault: string;
};
/** The pieces of a format of Lua's string.format, its bytes read as characters. */
export declare function parseFormat(format: string): readonly FormatPiece[];
