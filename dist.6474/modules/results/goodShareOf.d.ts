/**
 * The good share of one run: of the judged requests; without an slo, of the offered ones.
 *
 * @returns undefined for a run without requests
 */
export declare function goodShareOf(measures: Readonly<Record<string, number | null>>): number | undefined;
