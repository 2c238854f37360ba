/** What a file says of a series besides its samples. */
export interface SeriesMeta {
    /** As the user names the file. */
    readonly file: string;
    /** The metric, a header of a column, a label of CloudWatch; empty where an answer of Prometheus has none. */
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    /** What the whole answer is called: its key in a bundle, else the file's name without its ending. */
    readonly title: string;
    /** The PromQL that was asked, where the file says it. */
    readonly query?: string;
    /** As the file writes it: `ms`, `%`, `req/s`, `Percent`. */
    readonly unit?: string;
    /** Of CloudWatch: `Sum`, `Average`, `p95`. */
    readonly statistic?: string;
    /** Each value is a sum over the step, not a rate: CloudWatch's `Sum`. */
    readonly isSumOfStep?: boolean;
}
/** As PromQL writes it: `http_requests_total{job="web"}`; a series without name and labels by its title. */
export declare function labelOf({ name, labels, title }: Pick<SeriesMeta, 'name' | 'labels' | 'title'>): string;
/** What a file is called without its ending. */
export declare function titleOf(file: string): string;
