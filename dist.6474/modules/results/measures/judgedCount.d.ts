/** Requests as totals and samples count them. */
interface Counts {
    readonly offered: number;
    readonly unfinished: number;
    readonly unfinishedOld: number;
}
/** Requests that are judged: all but those too young at the end to be late. */
export declare function judgedCount({ offered, unfinished, unfinishedOld }: Counts): number;
export {};
