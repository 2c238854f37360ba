import type { Scenario } from '../../scenario/schema.js';
/** Thresholds in k6's words, and why the others have none. */
interface K6Thresholds {
    readonly thresholds: Readonly<Record<string, readonly string[]>>;
    readonly notes: readonly string[];
}
/** The thresholds that k6 can judge. */
export declare function k6Thresholds({ thresholds }: Pick<Scenario, 'thresholds'>): K6Thresholds;
export {};
