import type { AskedSeries } from './askedSeries.js';
import { type SeriesPart, type ValueForm } from './knownSeries.js';
import { type SeriesMeta } from './seriesMeta.js';
/** What a series is, told by all that is known before its values. */
export interface Classified {
    readonly part: SeriesPart;
    readonly form: ValueForm;
    /** Of several for one role the lowest is taken. */
    readonly rank: number;
    /** Whose it is, as far as its labels tell; empty where they do not. */
    readonly owner: string;
    /** The owner is a workload of Kubernetes, not a service, an ingress or a job of scraping. */
    readonly isWorkload: boolean;
    /** `asked` by the user, `known` by the name of a metric or the text of a query, `words` of people. */
    readonly basis: 'asked' | 'known' | 'words';
    /** The rate window, where it is known. */
    readonly windowSeconds: number | null;
    /** Answers with this status are failures of the server; undefined where labels do not tell. */
    readonly isError: boolean | undefined;
    /** Its own name says nothing: with others of its file it shows what the file is called. */
    readonly isNamedByTitle: boolean;
    /** The query takes the rate of what is a rate already: where. */
    readonly rateOfRate: string | undefined;
}
/** Roles in order: what the user says, what the query or the metric's name says, what words say. */
export declare function classify(meta: SeriesMeta, asked: AskedSeries | undefined): Classified | undefined;
/** Names by which `--series` can mean a series. */
export declare function namesOf(meta: SeriesMeta): string[];
