/**
 * Date of second 0 in a file with dates, seconds since 1970: what `--start` says, else what the run says, else the calendar's
 * default, so that the same input gives the same bytes.
 *
 * @throws ProblemError with exit code 2 for text that is no date
 */
export declare function startSecondsOf(asked: string | undefined, ofRun?: string): number;
