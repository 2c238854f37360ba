import type { Aggregate } from '../results/results.js';
import { type MoneyUnit } from './money.js';
/** Between a number and its unit, so that lines never break there and the gap stays small. */
export declare const thinSpace = "\u202F";
/** Three significant digits, thousands grouped, true minus: `1.22`, `412`, `12,300`, `−0.5`. */
export declare function formatNumber(value: number): string;
/** A whole number with thousands grouped: `12,345`. */
export declare function formatCount(value: number): string;
/** A latency: `412 ms`, `1.22 s`, `2 min 5 s`. */
export declare function formatMilliseconds(milliseconds: number): string;
/** A span of time: `11 s`, `6 min 51 s`, `2 h`, `3 d 4 h`. */
export declare function formatDuration(seconds: number): string;
/** Money with a true minus: `$12.7`, `$1,230`, `−$0.150`. */
export declare function formatUsd(usd: number): string;
/** The cost of a run in the scenario's unit, with a true minus: `$12.7/run`. */
export declare function formatCost(usd: number, unit: MoneyUnit): string;
/** A share of 0..1 as percent, rounded down so that 99.96 % is never shown as 100 %: `99.74 %`, `93.8 %`. */
export declare function formatShare(share: number): string;
/** A number of percent: `2.3 %`, `25 %`, `−36 %`; one decimal below ten. Something that rounds to nothing stays `0.0 %`. */
export declare function formatPercent(percent: number): string;
/** A limit as the user wrote it, without false digits: 0.99 -> `99 %`. */
export declare function formatObjective(share: number): string;
/** A time of the run: `hh:mm`, or `hh:mm:ss` where seconds matter. */
export declare function formatClock(seconds: number, { withSeconds }?: {
    withSeconds?: boolean | undefined;
}): string;
/** A value in its measure's unit (see `Measure.unit`). */
export declare function formatInUnit(value: number, unit: string): string;
/** An interval in its measure's unit: `398 ms to 412 ms`; `about` where the runs do not carry its confidence. */
export declare function formatInterval({ low, high, about }: Pick<Aggregate, 'low' | 'high' | 'about'>, unit: string): string;
/** Names as prose: `a`, `a and b`, `a, b and c`. */
export declare function listOf(names: readonly string[]): string;
/** Small counts as words: `two`, `12`. */
export declare function countWord(count: number): string;
/** A block of lines after an empty one; nothing for none. */
export declare function withGap(lines: readonly string[]): string[];
/** A noun with its count: `1 run`, `10 runs`. */
export declare function counted(count: number, noun: string, plural?: string): string;
/** The begin of a sentence. */
export declare function capital(text: string): string;
