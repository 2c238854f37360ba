import { type Occurrence } from '../results/runsPerMonth.js';
/** The unit that every report of a scenario gives its money in, and how the cost of a run becomes it. */
export interface MoneyUnit {
    /** Head of a column: `$/run`. */
    readonly label: '$/run' | '$/month';
    /** Behind an amount: `/run`. */
    readonly suffix: '/run' | '/month';
    /** What the cost of a run is multiplied by. */
    readonly factor: number;
    /** The same for the cost of an hour, which stands beside the cost of a run; undefined beside that of a month. */
    readonly perHourFactor: number | undefined;
    /** What a month is made of: `a month has 4 of these runs`; undefined for the cost of a run. */
    readonly monthText: string | undefined;
}
/** What the choice depends on, as the document has it. */
interface MoneyFacts {
    readonly duration_s: number;
    readonly warmup_s: number;
    readonly occurs?: Occurrence | undefined;
}
/** Dollars a month where the month is known (the run covers a day, or the scenario says how often it happens), else dollars a run. */
export declare function moneyUnitOf({ duration_s, warmup_s, occurs }: MoneyFacts): MoneyUnit;
/** The cost of a run in the scenario's unit: `$12.7/run`, `+$310/month`, `-$0.150/run`. */
export declare function costText(usd: number, unit: MoneyUnit, options?: {
    readonly signed?: boolean;
}): string;
/** ` ($0.810/hour)` behind the cost of a run, whose length a reader need not know; empty beside that of a month. */
export declare function hourText(usd: number, { perHourFactor }: MoneyUnit): string;
/** Money with its sign before the symbol: `+$310`, `-$1,050`, `$3,120`; what rounds to nothing has no sign. */
export declare function moneyText(usd: number, { signed }?: {
    readonly signed?: boolean;
}): string;
/** An amount without sign and symbol, three significant digits: `0.00123`, `0.150`, `12.7`, `1,230`, `1.05M`. */
export declare function amountText(usd: number): string;
export {};
